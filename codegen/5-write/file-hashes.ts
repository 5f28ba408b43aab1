import type { Disk, DiskEntry } from "./disk.js";
import { textHash } from "./text-hash.js";

/** The hash of a file, and by what to tell that it is still the same file. */
export interface KnownHash {
  readonly hash: string;
  readonly size: number;
  readonly modified: number;
  readonly changed: number;
  readonly inode: number;
  /** When it was hashed, in milliseconds since 1970. */
  readonly seen: number;
}

/** A file that changes again within the resolution of the clock of its file system looks unchanged. */
const clockResolution = 2000;

/** Hashes of files, each read only once as long as size, times and inode stay the same. */
export class FileHashes {
  readonly #disk: Disk;
  readonly #known: Map<string, KnownHash>;

  constructor(disk: Disk, known: Iterable<readonly [string, KnownHash]> = []) {
    this.#disk = disk;
    this.#known = new Map(known);
  }

  /** The hash of the file at `path`, which `entry` is the state of. Throws what reading throws. */
  of(path: string, entry: DiskEntry): string {
    const known = this.#known.get(path);
    if (known !== undefined && isSame(known, entry)) return known.hash;
    const seen = Date.now();
    const hash = textHash(this.#disk.read(path));
    this.#known.set(path, {
      hash,
      size: entry.size,
      modified: entry.modified,
      changed: entry.changed,
      inode: entry.inode,
      seen,
    });
    return hash;
  }

  /** What is known of these files. */
  known(paths: Iterable<string>): [string, KnownHash][] {
    return [...paths].flatMap((path) => {
      const known = this.#known.get(path);
      return known === undefined ? [] : [[path, known]];
    });
  }
}

function isSame(known: KnownHash, entry: DiskEntry): boolean {
  return (
    known.size === entry.size &&
    known.modified === entry.modified &&
    known.changed === entry.changed &&
    known.inode === entry.inode &&
    Math.max(known.modified, known.changed) + clockResolution < known.seen
  );
}
