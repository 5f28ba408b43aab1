import type { RawFile } from "./raw.js";

/** What stands for `.ts` at the end of relative imports. Without one, a bundler has to find the file. */
export type ImportEnding = ".js" | ".ts" | "";

/** The habit of a project: how the first of its files that says so imports another one, the configuration before all others. */
export function importEndingOf(files: readonly Pick<RawFile, "role" | "imports">[]): ImportEnding {
  const config = files.filter(({ role }) => role === "config");
  const others = files.filter(({ role }) => role !== "config" && role !== "package");
  for (const { imports } of [...config, ...others]) {
    for (const { specifier } of imports) {
      const ending = endingOf(specifier);
      if (ending !== undefined) return ending;
    }
  }
  return ".js";
}

/** Undefined for packages, and for files of another kind. */
function endingOf(specifier: string): ImportEnding | undefined {
  if (!specifier.startsWith(".")) return undefined;
  if (/\.[jt]sx?$/.test(specifier)) return /\.jsx?$/.test(specifier) ? ".js" : ".ts";
  return /\.\w+$/.test(specifier) ? undefined : "";
}
