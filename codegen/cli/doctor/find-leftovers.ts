import { leftovers } from "../../5-write/leftovers.js";
import { outputFolder } from "../output-folder.js";

/** What an interrupted run left behind, relative to the project's root. */
export function findLeftovers(root: string): readonly string[] {
  return leftovers(root, outputFolder(root));
}
