import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Where to keep what is known of the project at an absolute root: a file in the cache of the nearest `node_modules`.
 * Undefined if there is none, since a project without one has no place for such things.
 */
export function cacheFile(root: string): string | undefined {
  const modules = nearestModules(root);
  if (modules === undefined) return undefined;
  const key = createHash("sha256").update(root).digest("hex").slice(0, 16);
  return join(modules, ".cache", "ecsgen", `run-${key}.json`);
}

function nearestModules(folder: string): string | undefined {
  const modules = join(folder, "node_modules");
  if (existsSync(modules)) return modules;
  return dirname(folder) === folder ? undefined : nearestModules(dirname(folder));
}
