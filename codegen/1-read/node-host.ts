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

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return entry.name === "node_modules" ? [] : listFiles(path);
      return [path];
    });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
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
