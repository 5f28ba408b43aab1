// `tsc`, a process of its own, asked by command line, answering in lines: the project's, so that its types are what its own builds
// say, else the native one that this package depends on.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { findUpwards, placesUpwards } from "./find-upwards.js";

/** A major and a minor version. */
export type Version = readonly [major: number, minor: number];

/** The oldest TypeScript that understands the types of this package. */
export const oldestTypeScript: Version = [5, 4];

/** A TypeScript that can be asked. */
export interface TypeScript {
  /** The script to run with `node`. */
  readonly tsc: string;
  readonly version: Version;
}

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

/**
 * The TypeScript of the project at an absolute root, when it has one that is new enough. Older ones know options that newer ones
 * refuse, and newer ones options that older ones do not know. Throws if there is none at all.
 */
export function findTypeScript(root: string): TypeScript {
  const own = findUpwards(root, manifest);
  const found = own === undefined ? undefined : typeScriptOf(own);
  if (found !== undefined && isAtLeast(found.version, oldestTypeScript)) return found;
  const ours = typeScriptOf(manifestBesideUs());
  if (ours === undefined) throw new Error(missing);
  return ours;
}

/** Where the project's TypeScript is looked for. */
export function typeScriptPlaces(root: string): readonly string[] {
  return placesUpwards(root, manifest);
}

/** Whether a version is that one, or newer. */
export function isAtLeast([major, minor]: Version, [oldestMajor, oldestMinor]: Version): boolean {
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/** The first two numbers of a version as it is written in a package.json. */
export function parseVersion(text: string): Version {
  const [major = 0, minor = 0] = text.split(".").map(Number);
  return [major, minor];
}

const manifest = join("node_modules", "typescript", "package.json");
const missing = "the package `typescript` is not installed beside `ecsgen`; install the dependencies again";

function manifestBesideUs(): string {
  try {
    return createRequire(import.meta.url).resolve("typescript/package.json");
  } catch {
    throw new Error(missing);
  }
}

/** Undefined if it has no `tsc`, or does not say what it is. */
function typeScriptOf(path: string): TypeScript | undefined {
  const version = /"version"\s*:\s*"([^"]+)"/.exec(readFileSync(path, "utf8"))?.[1];
  const tsc = join(dirname(path), "bin", "tsc");
  return version === undefined || !existsSync(tsc) ? undefined : { tsc, version: parseVersion(version) };
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
