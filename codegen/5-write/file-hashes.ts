import type { GeneratedFile } from "../model/generated-file.js";
import type { Disk, DiskEntry } from "./disk.js";
import type { Manifest } from "./manifest.js";
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

/** A file that changes again within the resolution of the clock of its file system looks unchanged, in milliseconds. */
const coarseResolution = 2000;
/** Of file systems that note parts of a second. */
const fineResolution = 100;

/** Hashes of files, each read only once as long as size, times and inode stay the same. */
export class FileHashes {
  readonly #disk: Disk;
  readonly #known: Map<string, KnownHash>;
  /** An entry that is the same object is of a disk that knows of no change since. */
  readonly #byEntry = new WeakMap<DiskEntry, string>();
  readonly #manifests = new WeakMap<DiskEntry, Manifest>();
  readonly #texts = new WeakMap<GeneratedFile, string>();

  constructor(disk: Disk, known: Iterable<readonly [string, KnownHash]> = []) {
    this.#disk = disk;
    this.#known = new Map(known);
  }

  /** The hash of the file at `path`, which `entry` is the state of. Throws what reading throws. */
  of(path: string, entry: DiskEntry): string {
    const same = this.#byEntry.get(entry);
    if (same !== undefined) return same;
    const known = this.#known.get(path);
    if (known !== undefined && isUnchanged(known, entry)) return this.#same(entry, known.hash);
    const seen = Date.now();
    const hash = textHash(this.#disk.read(path));
    this.learn(path, entry, hash, seen);
    return hash;
  }

  /** Takes the word of who has just read or written the file; `seen` is from before that. */
  learn(path: string, entry: DiskEntry, hash: string, seen: number): void {
    this.#known.set(path, knownHash(entry, hash, seen));
    this.#same(entry, hash);
  }

  #same(entry: DiskEntry, hash: string): string {
    this.#byEntry.set(entry, hash);
    return hash;
  }

  /** What the file of a manifest says, which `entry` is the state of; undefined if that is not known. */
  manifest(entry: DiskEntry): Manifest | undefined {
    return this.#manifests.get(entry);
  }

  /** Takes the word of who has just read or written a manifest. */
  learnManifest(entry: DiskEntry, manifest: Manifest): void {
    this.#manifests.set(entry, manifest);
  }

  /** The hash of a text that is to be written; of one that was hashed before, it is known. */
  ofText(file: GeneratedFile): string {
    const known = this.#texts.get(file);
    if (known !== undefined) return known;
    const hash = textHash(file.text);
    this.#texts.set(file, hash);
    return hash;
  }

  /** What is known of a file. */
  known(path: string): KnownHash | undefined {
    return this.#known.get(path);
  }
}

/** What is known of a file in this state; `seen` is from before it was read. */
export function knownHash({ size, modified, changed, inode }: DiskEntry, hash: string, seen: number): KnownHash {
  return { hash, size, modified, changed, inode, seen };
}

/** Whether a file in this state surely still has the hash that is known. */
export function isUnchanged(known: KnownHash, entry: DiskEntry): boolean {
  return (
    known.size === entry.size &&
    known.modified === entry.modified &&
    known.changed === entry.changed &&
    known.inode === entry.inode &&
    Math.max(known.modified, known.changed) + resolutionOf(known) < known.seen
  );
}

/** Some file systems know of seconds only. */
function resolutionOf({ modified }: KnownHash): number {
  return modified % 1000 === 0 ? coarseResolution : fineResolution;
}
