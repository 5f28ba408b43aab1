import { diskHost } from "../cache/disk-host.js";
import { prove, type Proven } from "../pipeline.js";

/** Reads and checks a project, for the commands that look at it instead of generating. */
export function proveProject(root: string): Proven {
  return prove(root.replaceAll("\\", "/"), diskHost());
}
