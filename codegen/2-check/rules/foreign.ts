// Tokens are known to the worlds that were generated with them, and to no others.
import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { RawFile, RawImportedValue, RawProject } from "../../model/raw.js";

/** Reports tokens of other apps and libraries that code of this one imports, unless it makes worlds of theirs. */
export function checkForeign(
  { files, library }: Pick<RawProject, "files" | "library">,
  output: string,
  reporter: Reporter,
): void {
  const imported = files.flatMap(({ role, imports }) =>
    role === "system" || role === "package"
      ? imports.flatMap(({ values, target }) => {
          // A library has tokens of its own, and no world.
          const own = library !== undefined && target?.startsWith(`${output}/`) === true ? target : undefined;
          return values.flatMap((value): Imported[] => {
            const file = own ?? value.foreign;
            return file === undefined ? [] : [{ ...value, role, file }];
          });
        })
      : [],
  );
  const worlds = new Set(
    imported.flatMap(({ name, foreign }) => (name === "createWorld" && foreign !== undefined ? folderOf(foreign) : [])),
  );
  for (const { name, place, role, file } of imported) {
    const [, home = "", folder] = tokenFile.exec(file) ?? [];
    // The app's own may be reached by the name of its package.
    if (folder === undefined || worlds.has(home) || (library === undefined && home === output)) continue;
    const own = role === "system" && library === undefined;
    reporter.report("ECS4013", place, `\`${name}\` is a token of \`${home}\`, which no world of an app knows`, {
      why: [
        "A world knows the tokens that were generated together with it, and fails with `UnknownComponent` for others.",
      ],
      help: own
        ? `import it from \`${output}/${folder}/\`, or where several apps share the function, take it as a parameter`
        : 'take components as parameters and in queries, or ask the world, as in `world.tokens.component("motion.Position")`',
    });
  }
}

interface Imported extends RawImportedValue {
  readonly role: RawFile["role"];
  /** The generated file that it comes from. */
  readonly file: string;
}

/** The folder of an SDK, and that of its tokens of one kind. */
const tokenFile = /^(?:(.*)\/)?(components|relations|bundles|resources|events|models)\/[^/]+$/;

function folderOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf("/"), 0));
}
