import { posix } from "node:path";

/** How a file of the project imports another one. */
export interface Specifiers {
  /** What stands for `.ts` at the end of a relative import: `.js`, `.ts`, or nothing. */
  readonly extension: string;
}

/** Takes the habit of the project from the relative imports that it has. */
export function specifiersLike(imports: readonly string[]): Specifiers {
  const relative = imports.find((specifier) => specifier.startsWith("."));
  return { extension: relative === undefined ? ".js" : (/\.[jt]sx?$/.exec(relative)?.[0] ?? "") };
}

/** What to import `file` by, seen from `from`; the specifier of a package stays as it is. */
export function specifierFor(from: string, file: string, { extension }: Specifiers): string {
  if (!isProjectFile(file)) return file;
  const path = posix.relative(posix.dirname(from), file.replace(/\.tsx?$/, extension));
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
