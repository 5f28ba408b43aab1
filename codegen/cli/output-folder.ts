import { nodeHost } from "../1-read/node-host.js";
import { readProject } from "../1-read/read-project.js";

/** The folder that ecsgen owns in a project, relative to its root, as the configuration says, even one with mistakes. */
export function outputFolder(root: string): string {
  const { raw } = readProject(root.replaceAll("\\", "/"), nodeHost());
  return raw.app?.output ?? raw.library?.output ?? "generated";
}
