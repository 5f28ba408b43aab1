import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import type { ParseCache } from "../compiler/parse-cache.js";
import type { ReadHost } from "./read-host.js";

/** The files of this machine. */
export function nodeHost(parsed?: ParseCache): ReadHost {
  return {
    readFile,
    fileExists: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
    listFiles,
    realpath,
    ...(parsed === undefined ? {} : { parsed }),
  };
}

function readFile(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function listFiles(folder: string, except?: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return isLeftOut(entry.name) || path === except ? [] : listFiles(path, except);
      return /\.(?:[cm]?tsx?|vue|svelte|astro)$/.test(entry.name) ? [path] : [];
    });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isLeftOut(folder: string): boolean {
  return folder === "node_modules" || folder.startsWith(".");
}

function realpath(path: string): string {
  try {
    return realpathSync(path).replaceAll("\\", "/");
  } catch {
    return path;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
