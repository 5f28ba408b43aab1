import { resolve } from "node:path";

/** The form in which every stage wants the root of a project: absolute, with `/`. */
export function projectRoot(root: string): string {
  return resolve(root).replaceAll("\\", "/");
}
