import { join } from "node:path";
import { nodeDisk, type Disk } from "./disk.js";

/** The folder in the output folder that exists only while a run writes. */
export const workFolder = ".ecsgen";

/** The file in the output folder that exists only while a run writes. */
export const lockName = ".ecsgen-lock";

/** What an interrupted run left in the output folder, relative to the root; a run that is busy has it as well. */
export function leftovers(root: string, output: string, disk: Disk = nodeDisk): string[] {
  return [workFolder, lockName]
    .filter((name) => disk.stat(join(root, output, name)) !== undefined)
    .map((name) => `${output}/${name}`);
}
