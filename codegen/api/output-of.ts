import type { RawProject } from "../model/raw.js";

/** The folder that ecsgen owns in a project, relative to its root, as the configuration says, even one with mistakes. */
export function outputOf({ app, library }: RawProject): string {
  return app?.output ?? library?.output ?? "generated";
}
