import { basename, dirname, join } from "node:path";
import type { Disk } from "./disk.js";
import type { FileHashes } from "./file-hashes.js";
import { manifestName, parseManifest, type Manifest } from "./manifest.js";
import { folderOf, pathIn } from "./path-in.js";

/** What is at a path; for a folder, the files that are in it at any depth. */
export type Occupant =
  | { readonly kind: "file"; readonly hash: string }
  | { readonly kind: "folder"; readonly contents: readonly string[] }
  | { readonly kind: "other" };

/** The part of the disk that planning needs. Paths are relative to the output folder, with `/`. */
export interface DiskState {
  /** `none` if there is no manifest, `broken` if it cannot be understood. */
  readonly manifest: Manifest | "none" | "broken";
  /** What is at the paths that were asked for, at the manifest's, and at the folders above them if they are no folders. */
  readonly occupants: ReadonlyMap<string, Occupant>;
  /** Folders that lead out of the project. */
  readonly outside: ReadonlySet<string>;
}

/**
 * Looks at the output folder: at the paths given, at those of the manifest, and at every folder on the way.
 * `root` and `output` are absolute. Throws a refusal if something cannot be read.
 */
export function readDiskState(
  disk: Disk,
  root: string,
  output: string,
  paths: Iterable<string>,
  hashes: FileHashes,
): DiskState {
  const manifest = readManifest(disk, output, hashes);
  const wanted = new Set([...paths, manifestName, ...(typeof manifest === "string" ? [] : manifest.keys())]);
  const occupants = new Map<string, Occupant>();
  const outside = new Set<string>();
  const inspectFolder = (folder: string): boolean => {
    const state = folder === "." ? outputState(disk, root, output) : folderState(disk, root, pathIn(output, folder));
    if (state === "file") occupants.set(folder, { kind: "file", hash: hashOf(disk, pathIn(output, folder), hashes) });
    if (state === "other") occupants.set(folder, { kind: "other" });
    if (state === "outside") outside.add(folder);
    return state === "folder";
  };
  const folders = new Map<string, boolean>();
  /** Whether the folder is one, and all above it. */
  const isFolder = (folder: string): boolean => {
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const found = (folder === "." || isFolder(folderOf(folder))) && inspectFolder(folder);
    folders.set(folder, found);
    return found;
  };
  for (const path of wanted) {
    const occupant = isFolder(folderOf(path)) ? occupantOf(disk, output, path, hashes) : undefined;
    if (occupant !== undefined) occupants.set(path, occupant);
  }
  return { manifest, occupants, outside };
}

function readManifest(disk: Disk, output: string, hashes: FileHashes): Manifest | "none" | "broken" {
  const path = pathIn(output, manifestName);
  const entry = disk.stat(path);
  if (entry === undefined) return "none";
  if (entry.kind !== "file") return "broken";
  const manifest = hashes.manifest(entry) ?? parseManifest(disk.read(path).toString("utf8"));
  if (manifest === undefined) return "broken";
  hashes.learnManifest(entry, manifest);
  return manifest;
}

/** What the output folder is; a folder above it may be a link, too. */
export function outputState(disk: Disk, root: string, output: string): ReturnType<typeof folderState> {
  let existing = output;
  while (existing !== root && disk.stat(existing) === undefined) existing = dirname(existing);
  if (!isWithin(disk.realPath(root), realPathOf(disk, existing))) return "outside";
  return folderState(disk, root, output);
}

/** Of a link that leads nowhere, the link itself. */
function realPathOf(disk: Disk, path: string): string {
  try {
    return disk.realPath(path);
  } catch {
    return join(disk.realPath(dirname(path)), basename(path));
  }
}

function folderState(disk: Disk, root: string, folder: string): "folder" | "file" | "other" | "outside" | "none" {
  const entry = disk.stat(folder);
  if (entry === undefined) return "none";
  if (entry.kind === "folder") return "folder";
  if (entry.kind !== "link") return entry.kind;
  return linkState(disk, root, folder);
}

function linkState(disk: Disk, root: string, link: string): "folder" | "other" | "outside" {
  try {
    const target = disk.realPath(link);
    if (disk.stat(target)?.kind !== "folder") return "other";
    return isWithin(disk.realPath(root), target) ? "folder" : "outside";
  } catch {
    return "other"; // leads nowhere
  }
}

function occupantOf(disk: Disk, output: string, path: string, hashes: FileHashes): Occupant | undefined {
  const absolute = pathIn(output, path);
  const entry = disk.stat(absolute);
  if (entry === undefined) return undefined;
  if (entry.kind === "file") return { kind: "file", hash: hashes.of(absolute, entry) };
  return entry.kind === "folder" ? { kind: "folder", contents: filesIn(disk, output, path) } : { kind: "other" };
}

function hashOf(disk: Disk, path: string, hashes: FileHashes): string {
  const entry = disk.stat(path);
  return entry === undefined ? "" : hashes.of(path, entry);
}

function filesIn(disk: Disk, output: string, folder: string): string[] {
  return disk.list(pathIn(output, folder)).flatMap(({ name, kind }) => {
    const path = `${folder}/${name}`;
    return kind === "folder" ? filesIn(disk, output, path) : [path];
  });
}

/** Whether `path` is `folder` or in it; both absolute and without symbolic links. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith("/") || folder.endsWith("\\") ? folder : join(folder, "/"));
}
