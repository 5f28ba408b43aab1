// What a package does not offer can be imported by its path only, which leads out of the project.
import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { RawProject } from "../../model/raw.js";
import type { ResolvedApp } from "../../model/resolution.js";

/** Warns of functions that the app takes from files of packages to which no entry of `exports` leads. */
export function checkOffered({ files, app: written }: RawProject, app: ResolvedApp, reporter: Reporter): void {
  const hidden = new Set(files.flatMap(({ path, role }) => (role === "package" ? [path] : [])));
  if (hidden.size === 0) return;
  const listed = (written?.uses ?? []).flatMap(({ systems }) => systems);
  for (const { features } of app.cores) {
    // All features of a core are provided by one module.
    const { module = "", moduleFile } = features[0] ?? {};
    const place = listed.find(({ value }) => value.file === moduleFile)?.place;
    const unoffered = features.flatMap(({ functions }) => functions.filter(({ symbol }) => hidden.has(symbol.file)));
    if (place === undefined || unoffered.length === 0) continue;
    const where = unoffered.map(({ name, symbol }) => `\`${name}\` is in \`${symbol.file}\`.`);
    reporter.report("ECS3013", place, `\`${module}\` has functions in files that its package does not offer`, {
      why: [...where, "Generated files import them by that path, which leads nowhere once the package is built."],
      help: 'let an entry of `exports` lead there, such as `"./systems/*": { "ecsgen": "./systems/*.ts", … }`',
    });
  }
}
