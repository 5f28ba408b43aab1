import { posix } from "node:path";
import type { ImportEnding } from "../model/import-ending.js";

/** What to import `file` by, seen from `from`; the specifier of a package stays as it is. */
export function specifierFor(from: string, file: string, ending: ImportEnding): string {
  if (!isProjectFile(file)) return file;
  const path = posix.relative(posix.dirname(from), file.replace(/\.tsx?$/, ending));
  return path.startsWith(".") ? path : `./${path}`;
}

/** The file that a relative import leads to, whatever extension it is written with; the specifier of a package as it is. */
export function fileBehind(from: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  return posix.join(posix.dirname(from), `${specifier.replace(/\.[jt]sx?$/, "")}.ts`);
}

/** A symbol's file is a path of the project, or the specifier of a package. */
export function isProjectFile(file: string): boolean {
  return /\.tsx?$/.test(file);
}
