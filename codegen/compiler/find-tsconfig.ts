import { statSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Where the options of the project at an absolute root may be, as `tsc` looks for them: in the root, and in each folder above up to
 * the first that has them, which comes last; only in the root when none has.
 */
export function tsconfigPlaces(root: string): readonly [own: string, ...above: string[]] {
  const own = join(root, "tsconfig.json");
  const above: string[] = [];
  for (let at = root; !isFile(above.at(-1) ?? own); at = dirname(at)) {
    if (dirname(at) === at) return [own];
    above.push(join(dirname(at), "tsconfig.json"));
  }
  return [own, ...above];
}

/** The options of the project at an absolute root; undefined when there are none. */
export function findTsconfig(root: string): string | undefined {
  const nearest = tsconfigPlaces(root).at(-1);
  return nearest !== undefined && isFile(nearest) ? nearest : undefined;
}

/** What cannot be looked at is not there, as `tsc` sees it. */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}
