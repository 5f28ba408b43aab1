import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { StorageMedium } from "ecsgen/runtime";

/** An open file. */
export interface FileSystemHandle {
  writeFile(bytes: Uint8Array): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** What a medium asks of the disk; a test may give another one that fails. */
export interface FileSystem {
  open(path: string, flags: string): Promise<FileSystemHandle>;
  readFile(path: string): Promise<Uint8Array>;
  rename(from: string, to: string): Promise<void>;
  mkdir(path: string, options: { readonly recursive: true }): Promise<unknown>;
  rm(path: string): Promise<void>;
  stat(path: string): Promise<{ readonly size: number }>;
}

const disk: FileSystem = { open, readFile, rename, mkdir: makeFolder, rm, stat };

/**
 * Keeps saves in files. A save is written beside the old one, flushed to the disk and renamed, and then the folder is flushed:
 * a crash at any moment leaves the old save or the new one, whole. Two programs must not write the same path at once.
 */
export class FileMedium implements StorageMedium {
  readonly #folder: string;
  readonly #files: FileSystem;

  /** Paths are relative to `folder`, which is made when it is needed. Default: where the program was started. */
  constructor(folder = ".", files: FileSystem = disk) {
    this.#folder = folder;
    this.#files = files;
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    return ifThere(async () => {
      const bytes = await this.#files.readFile(this.#place(path));
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    });
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    const place = this.#place(path);
    const beside = besideOf(place);
    await this.#files.mkdir(dirname(place), { recursive: true });
    try {
      await this.#flushed(beside, "w", (file) => file.writeFile(bytes));
      await this.#files.rename(beside, place);
    } catch (error) {
      await this.#files.rm(beside).catch(() => undefined);
      throw error;
    }
    await this.#flushFolder(dirname(place));
  }

  async remove(path: string): Promise<boolean> {
    const place = this.#place(path);
    const [removed] = await Promise.all([this.#removed(place), this.#removed(besideOf(place))]);
    return removed;
  }

  async size(path: string): Promise<number | undefined> {
    return ifThere(async () => (await this.#files.stat(this.#place(path))).size);
  }

  async #removed(place: string): Promise<boolean> {
    const removed = await ifThere(async () => {
      await this.#files.rm(place);
      return true;
    });
    return removed ?? false;
  }

  #place(path: string): string {
    return resolve(this.#folder, path);
  }

  async #flushed(path: string, flags: string, use: (file: FileSystemHandle) => Promise<void>): Promise<void> {
    const file = await this.#files.open(path, flags);
    try {
      await use(file);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** Makes the renaming last. Some systems cannot flush a folder; there the system sees to it. */
  async #flushFolder(folder: string): Promise<void> {
    try {
      await this.#flushed(folder, "r", async () => undefined);
    } catch (error) {
      if (!["EPERM", "EISDIR", "EINVAL", "EACCES", "EBADF"].includes(codeOf(error))) throw error;
    }
  }
}

/** Where a save is written first. What a program that was killed left there is written over, so that nothing piles up. */
function besideOf(place: string): string {
  return `${place}.new`;
}

async function ifThere<Result>(ask: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** One at a time: where no folder can be, as in `/proc`, Node's own `recursive` tries forever. */
async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  try {
    await mkdir(path);
  } catch (error) {
    if (!(await isFolder(path))) throw error; // else somebody was faster
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
