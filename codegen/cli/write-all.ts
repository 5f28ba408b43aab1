import { dirname } from "node:path";
import { type Disk, isRefusal, nodeDisk } from "../5-write/disk.js";

/** A file to write at an absolute path. */
export interface NewText {
  readonly path: string;
  readonly text: string;
  /** It must not be there yet; else it is replaced. */
  readonly created: boolean;
}

/** What is taken away again, or put back, when the disk refuses. */
interface Undo {
  readonly files: string[];
  readonly folders: string[];
  readonly replaced: { readonly path: string; readonly text: string }[];
}

/**
 * Writes all or nothing: when the disk refuses, what was written goes again, and what was to be replaced is as it was. Throws the
 * refusal, with the path that it is about; also of a file that appeared since somebody looked.
 */
export function writeAll(files: readonly NewText[], disk: Disk = nodeDisk): void {
  const undo: Undo = { files: [], folders: [], replaced: [] };
  try {
    for (const file of files) writeOne(file, undo, disk);
    for (const { path, created } of files) if (!created) replace(path, undo, disk);
  } catch (error) {
    for (const { path, text } of undo.replaced) disk.write(path, text);
    for (const path of undo.files) if (disk.stat(path) !== undefined) disk.remove(path);
    for (const folder of undo.folders.reverse()) if (disk.list(folder).length === 0) disk.removeFolder(folder);
    throw error;
  }
}

function writeOne({ path, text, created }: NewText, undo: Undo, disk: Disk): void {
  const target = created ? path : draftOf(path);
  const folder = dirname(path);
  const isNew = disk.stat(folder) === undefined;
  disk.makeFolder(folder);
  if (isNew) undo.folders.push(folder);
  try {
    if (created) disk.create(target, text);
    else disk.write(target, text);
    undo.files.push(target);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // Half of it may be there, unless it is the file of somebody else.
    if (error.code !== "EEXIST") undo.files.push(target);
    // Of a file that is open, the system does not say which it is.
    throw error.path === undefined ? Object.assign(error, { path }) : error;
  }
}

function replace(path: string, undo: Undo, disk: Disk): void {
  const text = disk.read(path).toString("utf8");
  disk.rename(draftOf(path), path);
  undo.replaced.push({ path, text });
}

function draftOf(path: string): string {
  return `${path}.ecsgen-draft`;
}
