import { join } from "node:path";
import { nodeDisk, type Disk } from "./disk.js";

/** The folder in the output folder that exists only while a run writes. */
export const workFolder = ".ecsgen";

/** The file in the output folder that exists only while a run writes. */
export const lockName = ".ecsgen-lock";

/** What an interrupted run left in the output folder, relative to the root; a run that is busy has it as well. */
export function leftovers(root: string, output: string, disk: Disk = nodeDisk): string[] {
  const folder = join(root, output);
  if (disk.stat(folder)?.kind !== "folder") return [];
  return disk
    .list(folder)
    .filter(({ name }) => name === workFolder || name.startsWith(lockName))
    .map(({ name }) => `${output}/${name}`)
    .sort();
}
