import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
  type Stats,
} from "node:fs";
import { dirname } from "node:path";

/** What a path leads to, without following a symbolic link. */
export interface DiskEntry {
  readonly kind: "file" | "folder" | "link" | "other";
  readonly size: number;
  readonly modified: number;
  readonly changed: number;
  readonly inode: number;
}

/** A name in a folder, with what it leads to. */
export interface DiskName {
  readonly name: string;
  readonly kind: DiskEntry["kind"];
}

/**
 * The few operations on files that the writer needs. They are synchronous, so that a run does one thing after the other,
 * and behind an interface, so that tests can stop a run between any two. All throw what `node:fs` throws.
 */
export interface Disk {
  /** Undefined if nothing is there. A disk that remembers looks `anew` where that is wanted. */
  stat(path: string, anew?: boolean): DiskEntry | undefined;
  realPath(path: string): string;
  /** Fails for a pipe or a device, which may have no end. */
  read(path: string): Buffer;
  list(folder: string): readonly DiskName[];
  /** Fails if the file exists. */
  create(path: string, text: string): void;
  /** `durable` returns only when the bytes would survive a loss of power. */
  write(path: string, text: string, durable?: boolean): void;
  copy(from: string, to: string): void;
  /** Replaces what is at `to` in one step. */
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** Makes the folders above it as well; no error if it exists. */
  makeFolder(path: string): void;
  /** Fails if it is not empty. */
  removeFolder(path: string): void;
  /** Removes a folder with all that is in it; no error if nothing is there. */
  removeTree(path: string): void;
}

/** The real disk. */
export const nodeDisk: Disk = {
  stat(path) {
    try {
      const stats = lstatSync(path, { throwIfNoEntry: false });
      return stats === undefined ? undefined : entryOf(stats);
    } catch (error) {
      if (isRefusal(error) && error.code === "ENOTDIR") return undefined; // below a file there is nothing
      throw error;
    }
  },
  realPath: (path) => realpathSync(path),
  read: readFile,
  list: (folder) =>
    readdirSync(folder, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) })),
  create: (path, text) => writeFileSync(path, text, { flag: "wx" }),
  write(path, text, durable = false) {
    writeFileSync(path, text);
    if (durable) flush(path);
  },
  copy: (from, to) => copyFileSync(from, to),
  rename: (from, to) => renameSync(from, to),
  remove: (path) => unlinkSync(path),
  makeFolder,
  removeFolder: (path) => rmdirSync(path),
  removeTree,
};

/** The part of a file's state that we look at. */
export function entryOf(stats: Stats): DiskEntry {
  return { kind: kindOf(stats), size: stats.size, modified: stats.mtimeMs, changed: stats.ctimeMs, inode: stats.ino };
}

/** One at a time: where no folder can be, as in `/proc`, Node's own `recursive` tries forever. */
function makeFolder(path: string): void {
  if (isFolder(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (!isFolder(path)) throw error; // else somebody was faster
  }
}

/** Node's own tries to remove each folder first and fails, which is what takes the time; it knows what to do when somebody interferes. */
function removeTree(path: string): void {
  try {
    for (const { name, kind } of nodeDisk.list(path)) {
      if (kind === "folder") removeTree(`${path}/${name}`);
      else unlinkSync(`${path}/${name}`);
    }
    rmdirSync(path);
  } catch {
    rmSync(path, { recursive: true, force: true });
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function kindOf(found: Pick<Stats, "isFile" | "isDirectory" | "isSymbolicLink">): DiskEntry["kind"] {
  if (found.isFile()) return "file";
  return found.isDirectory() ? "folder" : found.isSymbolicLink() ? "link" : "other";
}

/** A pipe is opened without waiting for somebody who writes into it; Windows has no word for that, nor such pipes. */
function readFile(path: string): Buffer {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(file);
    if (!stats.isFile() && !stats.isDirectory()) throw noFile(path);
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function noFile(path: string): Refusal {
  const message = "EINVAL: it is a pipe, a socket or a device, not a file, read";
  return Object.assign(new Error(message), { code: "EINVAL", syscall: "read", path });
}

function flush(path: string): void {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** An error in which the operating system says no, as opposed to a bug of ours. */
export interface Refusal extends Error {
  readonly code: string;
  readonly syscall: string;
  readonly path?: string;
}

/** Whether the operating system refused, e.g. with `EACCES`. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && "code" in error && typeof error.code === "string" && "syscall" in error;
}

/** `permission denied` for `EACCES`: the operating system's reason in words. */
export function reasonOf(refusal: Refusal): string {
  return knownReason(refusal) ?? refusal.code;
}

/** The reason in words, of a refusal that says no more than that a path cannot be used; undefined for others. */
export function knownReason({ code, syscall }: Refusal): string | undefined {
  // The folder above is there.
  return code === "ENOENT" && syscall === "mkdir" ? "no folder can be made there" : words[code];
}

/** What helps against a refusal that does not come from who may do what; undefined for others. */
export function remedyOf({ code }: Refusal): string | undefined {
  return remedies[code];
}

const remedies: Readonly<Record<string, string>> = {
  EROFS: "run it where files can be written",
  ENOSPC: "make room on the disk, and run it again",
  EDQUOT: "make room on the disk, and run it again",
  EMFILE: "close other programs, or raise the limit of open files",
};

const words: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "operation not permitted",
  EROFS: "the file system is read-only",
  ENOSPC: "no space is left on the disk",
  EDQUOT: "the disk quota is used up",
  ENOTDIR: "a part of its path is not a folder",
  EISDIR: "it is a folder",
  EEXIST: "something else has its name",
  ELOOP: "its links go in a circle",
  ENOTEMPTY: "the folder is not empty",
  EBUSY: "it is in use",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "its name is too long",
};
