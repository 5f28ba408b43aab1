import type { ReadHost } from "../1-read/read-host.js";
import type { ParseCache } from "../compiler/parse-cache.js";
import { isRefusal, nodeDisk, type Disk, type DiskEntry } from "../5-write/disk.js";

/** The files of a disk, as reading sees them. */
export function diskHost(disk: Disk = nodeDisk, parsed?: ParseCache): ReadHost {
  return {
    readFile: (path) => orMissing(() => disk.read(path).toString("utf8"), undefined),
    fileExists: (path) => fileEntry(disk, path) !== undefined,
    listFiles: (folder, except) => (leadsNowhere(disk, folder) ? [`${folder}/`] : listFiles(disk, folder, except)),
    listFolders: (folder) => listFolders(disk, folder),
    realpath: (path) => realPathOf(disk, path) ?? path,
    ...(parsed === undefined ? {} : { parsed }),
  };
}

/** What is at a path, also at the end of a link; undefined for what is no file. */
export function fileEntry(disk: Disk, path: string): DiskEntry | undefined {
  try {
    const entry = disk.stat(path);
    const found = entry?.kind === "link" ? disk.stat(disk.realPath(path)) : entry;
    return found?.kind === "file" ? found : undefined;
  } catch {
    return undefined;
  }
}

function leadsNowhere(disk: Disk, path: string): boolean {
  return orMissing(() => disk.stat(path)?.kind, undefined) === "link" && realPathOf(disk, path) === undefined;
}

/** The path without symbolic links, with `/`; undefined for one that leads nowhere. */
export function realPathOf(disk: Disk, path: string): string | undefined {
  try {
    return disk.realPath(path).replaceAll("\\", "/");
  } catch {
    return undefined;
  }
}

/** A folder in which nothing is read unless it is named: packages, and what tools keep for themselves. */
export function isLeftOut(folder: string): boolean {
  return folder === "node_modules" || folder.startsWith(".");
}

/** Folders in which tools keep the JavaScript that they make. */
const madeFolders: ReadonlySet<string> = new Set(["build", "coverage", "dist", "out"]);

function listFiles(disk: Disk, folder: string, except: string | undefined, made = false): string[] {
  const names = orMissing(() => disk.list(folder), []);
  return names.flatMap(({ name, kind }) => {
    const path = `${folder}/${name}`;
    if (kind === "folder") {
      return isLeftOut(name) || path === except ? [] : listFiles(disk, path, except, made || madeFolders.has(name));
    }
    if (isTypeScript.test(name) || (!made && isJavaScript.test(name))) return [path];
    return kind === "link" && fileEntry(disk, path) === undefined ? [`${path}/`] : [];
  });
}

function listFolders(disk: Disk, folder: string): string[] {
  try {
    const folders = disk.list(folder).filter(({ name, kind }) => kind === "folder" && !isLeftOut(name));
    return folders.map(({ name }) => name).sort();
  } catch (error) {
    if (isRefusal(error)) return [];
    throw error;
  }
}

const isTypeScript = /\.(?:[cm]?tsx?|vue|svelte|astro)$/;
const isJavaScript = /\.[cm]?jsx?$/;

function orMissing<T>(ask: () => T, missing: T): T {
  try {
    return ask();
  } catch (error) {
    if (isRefusal(error) && (error.code === "ENOENT" || error.code === "ENOTDIR")) return missing;
    throw error;
  }
}
