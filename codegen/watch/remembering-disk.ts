import { nodeDisk, type Disk, type DiskEntry, type DiskName } from "../5-write/disk.js";

/**
 * A disk that need not be asked again for what is in watched folders, until it is told of a change. What it gives twice is
 * the same object. Whoever changes something through it tells it so.
 */
export class RememberingDisk implements Disk {
  readonly #disk: Disk;
  readonly #isWatched: (folder: string) => boolean;
  /** By folder and name. */
  readonly #entries = new Map<string, Map<string, DiskEntry | undefined>>();
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
    for (const known of this.#entries.keys()) if (isGone(known)) this.#entries.delete(known);
    for (const known of this.#lists.keys()) if (isGone(known)) this.#lists.delete(known);
  }

  /** Anything may have changed. */
  forgetAll(): void {
    this.#entries.clear();
    this.#lists.clear();
  }

  stat(path: string): DiskEntry | undefined {
    const { folder, name } = partsOf(path);
    const known = this.#entries.get(folder);
    if (known?.has(name) === true) return known.get(name);
    const entry = this.#disk.stat(path);
    if (!this.#isWatched(folder)) return entry;
    if (known === undefined) this.#entries.set(folder, new Map([[name, entry]]));
    else known.set(name, entry);
    return entry;
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

  /** What failed may have been done in part. */
  #change(path: string, change: () => void): void {
    try {
      change();
    } finally {
      this.forget(path);
    }
  }

  #forgetName(path: string): void {
    const { folder, name } = partsOf(path);
    this.#entries.get(folder)?.delete(name);
    this.#lists.delete(folder);
  }
}

function partsOf(path: string): { readonly folder: string; readonly name: string } {
  const plain = withSlashes(path);
  const end = plain.lastIndexOf("/");
  return { folder: plain.slice(0, end), name: plain.slice(end + 1) };
}

/** As the folders of watches are written. */
function withSlashes(path: string): string {
  return path.replaceAll("\\", "/");
}
