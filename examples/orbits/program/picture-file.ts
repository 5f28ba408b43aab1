import { accessSync, constants, mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** The picture cannot be where it was asked to be; `message` says why. */
export class PictureFileError extends Error {}

/** Sees to it that a file can be written, before the long work whose result it is to hold. Throws `PictureFileError`. */
export function prepare(path: string): void {
  attempt(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    const known = statSync(path, { throwIfNoEntry: false });
    if (known?.isDirectory() === true) throw new Error("it is a folder");
    accessSync(known === undefined ? dirname(path) : path, constants.W_OK);
  });
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
