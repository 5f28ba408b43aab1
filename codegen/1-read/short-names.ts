import { packageImports } from "./package-imports.js";
import { absolutePath } from "./paths.js";
import { tsconfigPaths, type ShortPaths } from "./tsconfig-paths.js";

/**
 * The sources, absolute, that what a file of a folder imports can be a short name of; none for names of packages, undefined for what
 * can only be a short name and is none.
 */
export type ShortNames = (folder: string, specifier: string) => readonly string[] | undefined;

/**
 * Short names of a project, as Node and TypeScript know them: `#core/place.js` by `imports` of package.json, and `@/core/place` by
 * `paths` of tsconfig.json. What only types were built of is no source.
 */
export function makeShortNames(root: string, readFile: (path: string) => string | undefined): ShortNames {
  let paths: ShortPaths | undefined;
  return (folder, specifier) => {
    const found = specifier.startsWith("#")
      ? packageImports(absolutePath(root, folder), specifier, readFile)
      : (paths ??= tsconfigPaths(root, readFile))(specifier);
    return found?.filter((path) => !/\.d\.[cm]?ts$/.test(path));
  };
}
