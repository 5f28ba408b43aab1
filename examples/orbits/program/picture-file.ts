import { closeSync, existsSync, mkdirSync, openSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** The picture cannot be where it was asked to be; `message` says why. */
export class PictureFileError extends Error {}

/** Sees to it that a file can be written, before the long work whose result it is to hold. Throws `PictureFileError`. */
export function prepare(path: string): void {
  attempt(path, () => {
    const known = statSync(path, { throwIfNoEntry: false });
    if (known?.isDirectory() === true) throw new Error("it is a folder");
    // Opening a pipe would wait for a reader.
    if (known !== undefined && !known.isFile() && !known.isCharacterDevice()) throw new Error("it is not a file");
    makeFolder(dirname(path));
    // Nothing else tells for sure: who may do everything is told so even where no file can be.
    closeSync(openSync(path, "a"));
    if (known === undefined) unlinkSync(path);
  });
}

/** One at a time: in folders of the system, `recursive` would try forever. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** Writes the file. Throws `PictureFileError`. */
export function save(path: string, text: string): void {
  attempt(path, () => writeFileSync(path, text));
}

function attempt(path: string, work: () => void): void {
  try {
    work();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new PictureFileError(`the picture cannot be written to \`${path}\`: ${why}`, { cause });
  }
}
