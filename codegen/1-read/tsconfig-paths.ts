import { absolutePath, folderOf } from "./paths.js";
import { field, matchPattern, parseJson } from "./patterns.js";

type ReadFile = (path: string) => string | undefined;

/** The files, absolute, that a name can stand for by `paths` of a tsconfig.json, in the order in which they are tried. */
export type ShortPaths = (specifier: string) => string[];

/** Reads `paths` of the nearest tsconfig.json at or above an absolute root, or of what it extends. */
export function tsconfigPaths(root: string, readFile: ReadFile): ShortPaths {
  for (let at = root; ; at = folderOf(at)) {
    const file = `${at}/tsconfig.json`;
    if (readFile(file) !== undefined) return pathsOf(file, at, readFile, new Set()) ?? (() => []);
    if (at === "") return () => [];
  }
}

/** `project` is the folder that `${configDir}` stands for; `seen` are the files that were looked at. Undefined where no paths are said. */
function pathsOf(file: string, project: string, readFile: ReadFile, seen: Set<string>): ShortPaths | undefined {
  if (seen.has(file)) return undefined;
  seen.add(file);
  const config = parseJson(readFile(file) ?? "");
  const options = field(config, "compilerOptions");
  const paths = field(options, "paths");
  if (paths === undefined) {
    const extended = [field(config, "extends")].flat().filter((each) => typeof each === "string");
    const files = extended.flatMap((each) => extendedFile(folderOf(file), each, readFile) ?? []);
    return lastOf(files, (each) => pathsOf(each, project, readFile, seen));
  }
  const base = field(options, "baseUrl");
  const fullPath = (from: string, path: string): string => absolutePath(from, path.replace("${configDir}", project));
  const from = fullPath(folderOf(file), typeof base === "string" ? base : ".");
  return (specifier) => {
    const found = matchPattern(paths, specifier);
    const targets = [found?.value].flat().filter((target) => typeof target === "string");
    return targets.map((target) =>
      fullPath(
        from,
        target.replaceAll("*", () => found?.star ?? ""),
      ),
    );
  };
}

/** What is extended last wins. */
function lastOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  return items.reduceRight<Found | undefined>((found, item) => found ?? find(item), undefined);
}

/** The file that `extends` means: by path, or of a package in a `node_modules` above. */
function extendedFile(folder: string, extended: string, readFile: ReadFile): string | undefined {
  const isPath = /^(?:\.|\/|[A-Za-z]:)/.test(extended);
  for (let at = folder; ; at = folderOf(at)) {
    const path = isPath ? absolutePath(folder, extended) : `${at}/node_modules/${extended}`;
    const files = path.endsWith(".json") ? [path] : [`${path}.json`, `${path}/tsconfig.json`];
    const found = files.find((file) => readFile(file) !== undefined);
    if (found !== undefined || isPath || at === "") return found;
  }
}
