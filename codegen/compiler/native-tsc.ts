// The native `tsc` of the package's own dependency: a process of its own, asked by command line, answering in lines.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** An error that `tsc` reports, with the lines that explain it. */
export interface TscFinding {
  /** As `tsc` shows it: relative to the folder where it ran. Empty if it is about no file. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** `TS2322` */
  readonly code: string;
  readonly message: string;
}

/** The path of the script to run with `node`. Throws if the package is not there. */
export function findTsc(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
  } catch {
    throw new Error("the package `typescript` is not installed beside `ecsgen`; install the dependencies again");
  }
}

/** Reads `path(line,column): error TS2322: message`, followed by indented lines that explain it. */
export function parseTscOutput(output: string): TscFinding[] {
  return output.split(/\r?\n(?=\S)/).flatMap((entry) => {
    const found = /^(?:(.*?)\((\d+),(\d+)\): )?error (TS\d+): ([\s\S]*)$/.exec(entry.trimEnd());
    if (found === null) return [];
    const [, file = "", line = "1", column = "1", code = "", message = ""] = found;
    return [{ file: file.replaceAll("\\", "/"), line: Number(line), column: Number(column), code, message }];
  });
}
