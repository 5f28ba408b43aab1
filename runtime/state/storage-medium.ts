/**
 * Where saves are kept: files, a database of a browser, a server. Paths mean what the medium makes of them. What a method throws
 * is reported with `StorageFailed`.
 */
export interface StorageMedium {
  /** All bytes at a path, or `undefined` when nothing is there. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Puts bytes at a path: whatever happens meanwhile, the old ones are there or the new ones, whole. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Takes away what is at a path; `false` when nothing was. */
  remove(path: string): Promise<boolean>;
  /** How many bytes are at a path, or `undefined` when nothing is there. */
  size(path: string): Promise<number | undefined>;
}

/** Keeps saves as long as the program runs: for tests, and where nothing else is there. */
export class MemoryMedium implements StorageMedium {
  readonly #saves = new Map<string, Uint8Array>();

  async read(path: string): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.#saves.get(path)?.slice());
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    this.#saves.set(path, bytes.slice());
    return Promise.resolve();
  }

  async remove(path: string): Promise<boolean> {
    return Promise.resolve(this.#saves.delete(path));
  }

  async size(path: string): Promise<number | undefined> {
    return Promise.resolve(this.#saves.get(path)?.length);
  }
}
