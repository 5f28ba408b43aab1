import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

/** The hash of all that was generated in a project. */
export function outputHash(root: string): string {
  const folder = join(root, "generated");
  const hash = createHash("sha256");
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()) {
    hash.update(path.slice(folder.length)).update(readFileSync(path));
  }
  return hash.digest("hex");
}

/**
 * Makes a project as if `ecsgen` had never run in it. Its output is moved to the folder `aside`, which is new: for seconds
 * after thousands of files were removed, some file systems take many times as long to make new ones.
 */
export function setOutputAside(root: string, aside: string): void {
  if (existsSync(join(root, "generated"))) renameSync(join(root, "generated"), aside);
  rmSync(join(root, "node_modules", ".cache"), { recursive: true, force: true });
}
