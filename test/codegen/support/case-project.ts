import { readFileSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";

/** The files below a folder with their texts, by path relative to it, with `/`. */
export function filesOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [
        path
          .slice(folder.length + 1)
          .split(sep)
          .join("/"),
        readFileSync(path, "utf8"),
      ];
    }),
  );
}

/** One project laid over another: a file takes the place of its namesake, an empty one takes it away. */
export function overlay(
  base: Readonly<Record<string, string>>,
  over: Readonly<Record<string, string>>,
): Record<string, string> {
  const folders = Object.keys(over).map((path) => path.slice(0, path.lastIndexOf("/")));
  const kept = Object.entries(base).filter(([path]) => !folders.includes(path));
  return Object.fromEntries([...kept, ...Object.entries(over)].filter(([path]) => over[path] !== ""));
}
