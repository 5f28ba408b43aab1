import type { Disk } from "../../../codegen/5-write/disk.js";
import { write, type WriteOptions } from "../../../codegen/5-write/write.js";
import type { WriteResult } from "../../../codegen/model/write-result.js";

/** Texts by path relative to the output folder. */
export type Texts = Readonly<Record<string, string>>;

/** The root of every project that `writeRun` writes to, unless told otherwise. */
export const writeRoot = "/p";

/** The output folder of `writeRun`. */
export const writeFolder = "/p/generated";

/** Writes these texts as the generated files of a project. */
export function writeRun(disk: Disk, texts: Texts, options: Partial<WriteOptions> = {}): Promise<WriteResult> {
  const files = Object.entries(texts).map(([path, text]) => ({
    path: `${options.output ?? "generated"}/${path}`,
    text,
  }));
  return write(files, {
    root: writeRoot,
    output: "generated",
    mode: "write",
    force: false,
    disk,
    patience: 0,
    ...options,
  });
}
