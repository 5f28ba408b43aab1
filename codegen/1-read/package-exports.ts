import { folderOf, normalizePath } from "./paths.js";
import { field, matchPattern, parseJson } from "./patterns.js";

/** A TypeScript source that a package offers, with the package. */
export interface PackageFile {
  /** Absolute. */
  readonly path: string;
  readonly package: Package;
}

/** A package that was found in a `node_modules`. */
export interface Package {
  readonly name: string;
  /** Its folder there, absolute. */
  readonly home: string;
  /** The text of its package.json. */
  readonly manifest: string;
}

/**
 * The TypeScript source that a package offers for a specifier: its `exports` entry under the condition `ecsgen`.
 * Looks through every `node_modules` from a folder upwards. Undefined when there is none.
 */
export function findPackageFile(
  folder: string,
  specifier: string,
  readFile: (path: string) => string | undefined,
): PackageFile | undefined {
  const [, name, rest = ""] = /^((?:@[^/]+\/)?[^/@#][^/]*)(\/.*)?$/.exec(specifier) ?? [];
  if (name === undefined) return undefined;
  for (let at = folder; ; at = folderOf(at)) {
    const home = `${at}/node_modules/${name}`;
    const manifest = readFile(`${home}/package.json`);
    if (manifest !== undefined) {
      const path = offeredFile(home, manifest, `.${rest}`);
      return path === undefined ? undefined : { path, package: { name, home, manifest } };
    }
    if (at === "") return undefined;
  }
}

/** The specifier under which a package offers a file of its own, `./systems/push.ts`; undefined when it does not. */
export function specifierOf({ name, home, manifest }: Package, file: string): string | undefined {
  const exports = field(parseJson(manifest), "exports");
  if (typeof exports !== "object" || exports === null) return undefined;
  const path = normalizePath(`${home}/${file}`);
  for (const [subpath, entry] of Object.entries(exports)) {
    const found = matchPattern({ [sourceCondition(entry, 0) ?? ""]: subpath }, file);
    const offered = found && subpath.replaceAll("*", () => found.star);
    if (offered !== undefined && offeredFile(home, manifest, offered) === path) return `${name}${offered.slice(1)}`;
  }
  return undefined;
}

function offeredFile(home: string, manifest: string, subpath: string): string | undefined {
  const exports = field(parseJson(manifest), "exports");
  const entry = field(exports, subpath) ?? (subpath === "." ? exports : undefined);
  if (entry !== undefined) return fileUnder(home, sourceCondition(entry, 0), "");
  const found = matchPattern(exports, subpath);
  return found && fileUnder(home, sourceCondition(found.value, 0), found.star);
}

function fileUnder(home: string, target: string | undefined, star: string): string | undefined {
  return target?.startsWith("./") ? normalizePath(`${home}/${target.replaceAll("*", () => star)}`) : undefined;
}

/** The file under the condition `ecsgen`, which may stand inside another condition. */
function sourceCondition(entry: unknown, depth: number): string | undefined {
  if (typeof entry !== "object" || entry === null || depth > 10) return undefined;
  for (const [condition, value] of Object.entries(entry)) {
    if (condition === "ecsgen") return typeof value === "string" ? value : undefined;
    if (condition.startsWith(".")) continue;
    const nested = sourceCondition(value, depth + 1);
    if (nested !== undefined) return nested;
  }
  return undefined;
}
