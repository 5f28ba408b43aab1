import { diskHost } from "../cache/disk-host.js";
import { readProject } from "../1-read/read-project.js";
import { outputOf } from "../api/output-of.js";

/** The folder that ecsgen owns in the project at a root. */
export function outputFolder(root: string): string {
  return outputOf(readProject(root.replaceAll("\\", "/"), diskHost()).raw);
}
