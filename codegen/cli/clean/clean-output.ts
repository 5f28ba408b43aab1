import { dirname, join, resolve } from "node:path";
import { type Disk, nodeDisk } from "../../5-write/disk.js";
import { isWithin } from "../../5-write/disk-state.js";
import { isOurs, type Manifest, manifestName, parseManifest, printManifest } from "../../5-write/manifest.js";
import { textHash } from "../../5-write/text-hash.js";
import { UsageError } from "../usage-error.js";

/** What became of the files that ecsgen owns; paths are relative to the project's root, sorted. */
export interface Cleaning {
  readonly removed: readonly string[];
  /** Edited by hand since they were written. */
  readonly kept: readonly string[];
}

/**
 * Removes the files of the manifest that are as they were written, then the manifest and folders that are empty. The
 * manifest stays, with what was kept, when something was.
 * @throws UsageError when the folder is outside of the project, or its manifest cannot be understood.
 */
export function cleanOutput(root: string, output: string, dryRun: boolean, disk: Disk = nodeDisk): Cleaning {
  const folder = resolve(root, output);
  const manifest = readManifest(disk, root, folder, output);
  const owned = [...manifest].filter(([path]) => isOwnFile(disk, folder, path)).sort(([a], [b]) => (a < b ? -1 : 1));
  const kept = owned.filter(([path, hash]) => !isOurs(textHash(disk.read(join(folder, path))), hash));
  const removed = owned.filter((entry) => !kept.includes(entry)).map(([path]) => path);
  const last = kept.length === 0 && disk.stat(join(folder, manifestName)) !== undefined ? [manifestName] : [];
  if (!dryRun) remove(disk, folder, [...removed, ...last], new Map(kept));
  const shown = (path: string): string => `${output}/${path}`;
  return { removed: [...removed, ...last].map(shown), kept: kept.map(([path]) => shown(path)) };
}

function readManifest(disk: Disk, root: string, folder: string, output: string): Manifest {
  if (disk.stat(join(folder, manifestName)) === undefined) return new Map();
  if (!isWithin(disk.realPath(root), disk.realPath(folder))) {
    throw new UsageError(`the output folder \`${output}\` is outside of the project`, "run `ecsgen explain ECS5004`");
  }
  const manifest = parseManifest(disk.read(join(folder, manifestName)).toString("utf8"));
  if (manifest !== undefined) return manifest;
  throw new UsageError(`\`${output}/${manifestName}\` cannot be understood`, "run `ecsgen explain ECS5007`");
}

/** A plain file that is reached through plain folders only: no link leads out of the output folder. */
function isOwnFile(disk: Disk, folder: string, path: string): boolean {
  if (disk.stat(join(folder, path))?.kind !== "file") return false;
  return isWithin(disk.realPath(folder), disk.realPath(dirname(join(folder, path))));
}

function remove(disk: Disk, folder: string, paths: readonly string[], kept: Manifest): void {
  for (const path of paths) disk.remove(join(folder, path));
  if (kept.size > 0) disk.write(join(folder, manifestName), printManifest(kept));
  const folders = new Set(paths.flatMap((path) => foldersAbove(path)));
  // The deepest first, so that a folder is empty when its turn comes.
  for (const path of [...folders].sort((a, b) => b.length - a.length)) removeIfEmpty(disk, join(folder, path));
}

/** `a/b/c` → `a/b`, `a`, and the output folder itself. */
function foldersAbove(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return ["", ...parts.map((_, index) => parts.slice(0, index + 1).join("/"))];
}

function removeIfEmpty(disk: Disk, folder: string): void {
  if (disk.stat(folder)?.kind === "folder" && disk.list(folder).length === 0) disk.removeFolder(folder);
}
