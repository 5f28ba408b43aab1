import { posix } from "node:path";
import type { Disk, DiskEntry, DiskName } from "../../../codegen/5-write/disk.js";

type Node =
  | { readonly kind: "file"; readonly text: string; readonly inode: number; readonly modified: number }
  | { readonly kind: "folder" }
  | { readonly kind: "link"; readonly to: string };

/** A refusal as the operating system makes it. */
export function refusal(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code, path, syscall: "test" });
}

/** A disk in memory, strict as a real one: no file without its folder, no folder removed that holds something. */
export class MemoryDisk implements Disk {
  readonly #nodes: Map<string, Node>;
  readonly #ignoresCase: boolean;
  #inodes = 0;

  constructor(options: { readonly ignoresCase?: boolean } = {}, nodes: Iterable<readonly [string, Node]> = []) {
    this.#ignoresCase = options.ignoresCase ?? false;
    this.#nodes = new Map([["/", { kind: "folder" }], ...nodes]);
  }

  /** Another disk with the same content. */
  clone(): MemoryDisk {
    return new MemoryDisk({ ignoresCase: this.#ignoresCase }, this.#nodes);
  }

  /** Every file below a folder by its path relative to it. */
  files(folder: string): Record<string, string> {
    const entries = [...this.#nodes].flatMap(([path, node]): [string, string][] =>
      node.kind === "file" && path.startsWith(`${folder}/`) ? [[path.slice(folder.length + 1), node.text]] : [],
    );
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** The folders below a folder that hold nothing. */
  emptyFolders(folder: string): string[] {
    return [...this.#nodes].flatMap(([path, { kind }]) =>
      kind === "folder" && path.startsWith(`${folder}/`) && this.list(path).length === 0 ? [path] : [],
    );
  }

  /** Makes a file with the folders above it. */
  place(path: string, text: string): void {
    this.makeFolder(posix.dirname(path));
    this.write(path, text);
  }

  /** Makes a symbolic link. */
  link(path: string, to: string): void {
    this.makeFolder(posix.dirname(path));
    this.#nodes.set(path, { kind: "link", to });
  }

  stat(path: string): DiskEntry | undefined {
    const node = this.#find(path);
    if (node === undefined) return undefined;
    const [size, inode, modified] = node.kind === "file" ? [node.text.length, node.inode, node.modified] : [0, 0, 0];
    return { kind: node.kind, size, modified, changed: modified, inode };
  }

  realPath(path: string): string {
    const parts = path.split("/").filter((part) => part !== "");
    let at = "/";
    for (const part of parts) {
      const next = posix.join(at, part);
      const node = this.#nodes.get(this.#key(next));
      if (node === undefined) throw refusal("ENOENT", path);
      at = node.kind === "link" ? this.realPath(posix.resolve(at, node.to)) : next;
    }
    return at;
  }

  read(path: string): Buffer {
    return Buffer.from(this.#file(path).text);
  }

  list(folder: string): readonly DiskName[] {
    if (this.#find(folder)?.kind !== "folder") throw refusal("ENOTDIR", folder);
    const start = folder === "/" ? "/" : `${this.#key(folder)}/`;
    return [...this.#nodes].flatMap(([path, { kind }]) => {
      const name = path.startsWith(start) ? path.slice(start.length) : "";
      return name === "" || name.includes("/") ? [] : [{ name, kind }];
    });
  }

  create(path: string, text: string): void {
    if (this.#find(path) !== undefined) throw refusal("EEXIST", path);
    this.write(path, text);
  }

  write(path: string, text: string): void {
    this.#requireFolder(posix.dirname(path));
    if (this.#find(path)?.kind === "folder") throw refusal("EISDIR", path);
    const modified = Date.now();
    this.#nodes.set(this.#key(path), { kind: "file", text, inode: ++this.#inodes, modified });
  }

  copy(from: string, to: string): void {
    this.write(to, this.#file(from).text);
  }

  rename(from: string, to: string): void {
    if (this.#find(from)?.kind === "folder") return this.#renameFolder(from, to);
    const file = this.#file(from);
    this.#requireFolder(posix.dirname(to));
    if (this.#find(to)?.kind === "folder") throw refusal("EISDIR", to);
    this.#nodes.delete(this.#key(from));
    this.#nodes.delete(this.#key(to));
    this.#nodes.set(this.#ignoresCase ? this.#keyOfNew(to) : to, file);
  }

  #renameFolder(from: string, to: string): void {
    if (to.startsWith(`${from}/`)) throw refusal("EINVAL", to); // into itself
    this.#requireFolder(posix.dirname(to));
    if (this.#find(to) !== undefined) throw refusal("ENOTEMPTY", to);
    for (const [path, node] of this.#nodes) {
      if (path !== from && !path.startsWith(`${from}/`)) continue;
      this.#nodes.delete(path);
      this.#nodes.set(to + path.slice(from.length), node);
    }
  }

  remove(path: string): void {
    this.#file(path);
    this.#nodes.delete(this.#key(path));
  }

  makeFolder(path: string): void {
    if (path === "/") return;
    this.makeFolder(posix.dirname(path));
    const found = this.#find(path)?.kind ?? "none";
    if (found === "none") this.#nodes.set(path, { kind: "folder" });
    else if (found !== "folder") throw refusal("EEXIST", path);
  }

  removeFolder(path: string): void {
    if (this.list(path).length > 0) throw refusal("ENOTEMPTY", path);
    this.#nodes.delete(this.#key(path));
  }

  removeTree(path: string): void {
    const key = this.#key(path);
    for (const known of this.#nodes.keys()) {
      if (known === key || known.startsWith(`${key}/`)) this.#nodes.delete(known);
    }
  }

  /** The name under which something is there, which on a disk that ignores case may be another. */
  #key(path: string): string {
    if (!this.#ignoresCase || this.#nodes.has(path)) return path;
    return [...this.#nodes.keys()].find((known) => known.toLowerCase() === path.toLowerCase()) ?? path;
  }

  #keyOfNew(path: string): string {
    return posix.join(this.#key(posix.dirname(path)), posix.basename(path));
  }

  #find(path: string): Node | undefined {
    return this.#nodes.get(this.#key(path));
  }

  #file(path: string): Node & { kind: "file" } {
    const node = this.#find(path);
    if (node === undefined) throw refusal("ENOENT", path);
    if (node.kind !== "file") throw refusal("EISDIR", path);
    return node;
  }

  #requireFolder(path: string): void {
    if (this.#find(path)?.kind !== "folder") throw refusal(this.#find(path) === undefined ? "ENOENT" : "ENOTDIR", path);
  }
}
