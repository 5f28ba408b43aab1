// A declaration and its token have the same name, and the editor offers both: a world knows the token only.
import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { DeclarationKind, RawFile } from "../../model/raw.js";
import type { Grounds } from "../grounds.js";
import { symbolKey } from "../../model/symbol.js";

const folders: Readonly<Record<DeclarationKind, string>> = {
  component: "components",
  event: "events",
  model: "models",
  relation: "relations",
  resource: "resources",
};

/** Warns of declarations that system modules and functions of the app import as values. */
export function checkTokens(files: readonly RawFile[], output: string, grounds: Grounds, reporter: Reporter): void {
  const schemas = new Set(files.flatMap(({ path, role }) => (role === "schema" ? [path] : [])));
  for (const { role, imports } of files) {
    if (role !== "system") continue;
    for (const { values, target } of imports) {
      if (target === undefined || !schemas.has(target)) continue;
      for (const { name, place } of values) {
        const folder = folderOf(target, name, grounds);
        if (folder === undefined) continue;
        reporter.report("ECS4012", place, `\`${name}\` of \`${target}\` is imported as a value`, {
          why: ["A declaration is a type; what a world knows it by is the token of that name, which is generated."],
          help: `import the token from its file in \`${output}/${folder}/\`, and types with \`import type\``,
        });
      }
    }
  }
}

/** Where the token of a declaration or a bundle is; undefined for all else. */
function folderOf(file: string, name: string, grounds: Grounds): string | undefined {
  const key = symbolKey({ file, name });
  const declared = grounds.declaration(key);
  if (declared !== undefined) return folders[declared.kind];
  return grounds.core(key) === undefined && grounds.bundled(name) !== undefined ? "bundles" : undefined;
}
