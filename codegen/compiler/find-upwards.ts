import { statSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Where a file of the project at an absolute root may be, as `tsc` and Node look for it: in the root, and in each folder above up to
 * the first that has it, which comes last; only in the root when none has.
 */
export function placesUpwards(root: string, file: string): readonly [own: string, ...above: string[]] {
  const own = join(root, file);
  const above: string[] = [];
  for (let at = root; !isFile(above.at(-1) ?? own); at = dirname(at)) {
    if (dirname(at) === at) return [own];
    above.push(join(dirname(at), file));
  }
  return [own, ...above];
}

/** The first of these places that has the file; undefined when none has. */
export function findUpwards(root: string, file: string): string | undefined {
  const nearest = placesUpwards(root, file).at(-1);
  return nearest !== undefined && isFile(nearest) ? nearest : undefined;
}

/** The options of the project at an absolute root; undefined when there are none. */
export function findTsconfig(root: string): string | undefined {
  return findUpwards(root, "tsconfig.json");
}

/** What cannot be looked at is not there, as `tsc` sees it. */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}
