import { nodeDisk, type Disk, type DiskEntry, type DiskName } from "../5-write/disk.js";

/**
 * A disk that need not be asked again for what is in watched folders, until it is told of a change. What it gives twice is
 * the same object. Whoever changes something through it tells it so.
 */
export class RememberingDisk implements Disk {
  readonly #disk: Disk;
  readonly #isWatched: (folder: string) => boolean;
  readonly #entries = new Map<string, DiskEntry | undefined>();
  /** The paths that are known in each folder. */
  readonly #known = new Map<string, Set<string>>();
  readonly #lists = new Map<string, readonly DiskName[]>();

  /** `isWatched` says of a folder (absolute, with `/`) whether every change in it is told from now on. */
  constructor(isWatched: (folder: string) => boolean, disk: Disk = nodeDisk) {
    this.#disk = disk;
    this.#isWatched = isWatched;
  }

  /** Something was made, changed, moved or removed at an absolute path, perhaps a folder with all that was in it. */
  forget(path: string): void {
    this.#forgetName(path);
    const gone = withSlashes(path);
    const isGone = (known: string): boolean => known === gone || known.startsWith(`${gone}/`);
    for (const [folder, paths] of this.#known) {
      if (!isGone(folder)) continue;
      for (const known of paths) this.#entries.delete(known);
      this.#known.delete(folder);
    }
    for (const known of this.#lists.keys()) if (isGone(known)) this.#lists.delete(known);
  }

  /** Anything may have changed. */
  forgetAll(): void {
    this.#entries.clear();
    this.#known.clear();
    this.#lists.clear();
  }

  stat(path: string, anew = false): DiskEntry | undefined {
    if (anew) this.#forgetName(path);
    // Asked for thousands of files in every round, nearly all of which are known.
    const known = this.#entries.get(path);
    return known !== undefined || this.#entries.has(path) ? known : this.#look(path);
  }

  list(folder: string): readonly DiskName[] {
    const key = withSlashes(folder);
    const known = this.#lists.get(key);
    if (known !== undefined) return known;
    const names = this.#disk.list(folder);
    if (this.#isWatched(key)) this.#lists.set(key, names);
    return names;
  }

  realPath(path: string): string {
    return this.#disk.realPath(path);
  }

  read(path: string): Buffer {
    return this.#disk.read(path);
  }

  create(path: string, text: string): void {
    this.#change(path, () => this.#disk.create(path, text));
  }

  write(path: string, text: string, durable?: boolean): void {
    this.#change(path, () => this.#disk.write(path, text, durable));
  }

  copy(from: string, to: string): void {
    this.#change(to, () => this.#disk.copy(from, to));
  }

  rename(from: string, to: string): void {
    this.#change(to, () => this.#change(from, () => this.#disk.rename(from, to)));
  }

  remove(path: string): void {
    this.#change(path, () => this.#disk.remove(path));
  }

  makeFolder(path: string): void {
    this.#disk.makeFolder(path);
    const names = withSlashes(path).split("/");
    // In what was made now there is nothing, as before.
    for (const index of names.keys()) this.#forgetName(names.slice(0, index + 1).join("/"));
  }

  removeFolder(path: string): void {
    this.#change(path, () => this.#disk.removeFolder(path));
  }

  removeTree(path: string): void {
    this.#change(path, () => this.#disk.removeTree(path));
  }

  #look(path: string): DiskEntry | undefined {
    const key = withSlashes(path);
    if (key !== path) return this.stat(key);
    const entry = this.#disk.stat(path);
    const folder = folderOf(path);
    if (!this.#isWatched(folder)) return entry;
    this.#entries.set(path, entry);
    const paths = this.#known.get(folder);
    if (paths === undefined) this.#known.set(folder, new Set([path]));
    else paths.add(path);
    return entry;
  }

  /** What failed may have been done in part. */
  #change(path: string, change: () => void): void {
    try {
      change();
    } finally {
      this.forget(path);
    }
  }

  #forgetName(path: string): void {
    const key = withSlashes(path);
    this.#entries.delete(key);
    this.#lists.delete(folderOf(key));
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

/** As the folders of watches are written. */
function withSlashes(path: string): string {
  return path.replaceAll("\\", "/");
}
