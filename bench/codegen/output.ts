import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
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

/** Makes a project as if `ecsgen` had never run in it. */
export function removeOutput(root: string): void {
  rmSync(join(root, "generated"), { recursive: true, force: true });
  rmSync(join(root, "node_modules", ".cache"), { recursive: true, force: true });
}
