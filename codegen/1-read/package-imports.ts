import { folderOf, normalizePath } from "./paths.js";
import { field, matchPattern, parseJson } from "./patterns.js";

/** Names under which Node and TypeScript find a file of several, beside that of the sources that packages offer. */
const conditions: ReadonlySet<string> = new Set(["ecsgen", "types", "import", "node", "default"]);

/**
 * The files, absolute, that a name with `#` can stand for by `imports` of the nearest package.json at or above a folder, as Node looks
 * for them. None when it leads to a package, undefined when there is no such name.
 */
export function packageImports(
  folder: string,
  specifier: string,
  readFile: (path: string) => string | undefined,
): string[] | undefined {
  for (let at = folder; ; at = folderOf(at)) {
    const text = readFile(`${at}/package.json`);
    if (text !== undefined) return importsOf(at, text, specifier);
    if (at === "") return undefined;
  }
}

function importsOf(home: string, manifest: string, specifier: string): string[] | undefined {
  const found = matchPattern(field(parseJson(manifest), "imports"), specifier);
  if (found === undefined) return undefined;
  return targetsOf(found.value, 0)
    .filter((target) => target.startsWith("./"))
    .map((target) => normalizePath(`${home}/${target.replaceAll("*", () => found.star)}`));
}

/** All that conditions can lead to: what is built need not be there. */
function targetsOf(entry: unknown, depth: number): string[] {
  if (typeof entry === "string") return [entry];
  if (typeof entry !== "object" || entry === null || depth > 10) return [];
  return Object.entries(entry).flatMap(([name, value]) =>
    Array.isArray(entry) || conditions.has(name) ? targetsOf(value, depth + 1) : [],
  );
}
