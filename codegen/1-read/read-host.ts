import type { ParseCache } from "../compiler/parse-cache.js";

/** The files that `1-read` can see. Paths are absolute, with `/`. */
export interface ReadHost {
  /** The text of a file; undefined when there is no such file. Throws an `Error` when it is there and cannot be read. */
  readFile(path: string): string | undefined;
  /** True for a file, false for a folder and for nothing. */
  fileExists(path: string): boolean;
  /**
   * Every source file below a folder, at any depth, in any order, as absolute paths. `node_modules`, folders whose names
   * begin with a dot, the folder `except`, and files that hold no code, or such as a tool made, may be left out. What is
   * below a link is not there; one that leads to a folder, or nowhere, and has no name of code is told with a `/` behind it.
   */
  listFiles(folder: string, except?: string): readonly string[];
  /** The names of the folders in a folder, sorted; those that `listFiles` leaves out, and what cannot be read, are left out. */
  listFolders(folder: string): readonly string[];
  /** The path without symbolic links; the path itself when it does not exist. */
  realpath(path: string): string;
  /** Keeps what was parsed from run to run, so that a watch parses only what changed. */
  readonly parsed?: ParseCache;
}
