import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of this repository, whether the benchmarks are built or not. */
export const repository = rootOf(dirname(fileURLToPath(import.meta.url)));

function rootOf(folder: string): string {
  return existsSync(join(folder, "package-lock.json")) ? folder : rootOf(dirname(folder));
}
