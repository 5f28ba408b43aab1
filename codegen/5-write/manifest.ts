// Which files of the output folder are ours, and what we wrote into them:
//
//   { "files": { "components/position.ts": "9f86d081…", … } }
//
// Paths are relative to the folder of the manifest and sorted; a hash is the `textHash` of a file. The manifest does not
// list itself. What it does not list is never touched.
import { inTextOrder } from "../model/compare.js";
import { textHash } from "./text-hash.js";

/** The name of the manifest in the output folder. */
export const manifestName = "manifest.json";

/** The hash of every owned file, by its path relative to the output folder. */
export type Manifest = ReadonlyMap<string, string>;

/** A manifest as it is written. */
export interface PrintedManifest {
  readonly files: Manifest;
  readonly text: string;
  readonly hash: string;
}

/** The canonical bytes of the manifest for files with these hashes. */
export function printManifest(files: Manifest): string {
  const paths = inTextOrder([...files.keys()]);
  // Thousands of lines in every run: put together as `JSON.stringify` would.
  const lines = paths.map((path) => `    ${JSON.stringify(path)}: "${files.get(path)}"`);
  return `{\n  "files": {${lines.length === 0 ? "" : `\n${lines.join(",\n")}\n  `}}\n}\n`;
}

/**
 * Whether a file whose hash was `written` holds nothing by somebody else, when its hash is `found` now: it is what we wrote, or
 * nothing at all, which a loss of power leaves of a file, and with which no edit can be lost.
 */
export function isOurs(found: string, written: string | undefined): boolean {
  return written !== undefined && (found === written || found === emptyHash);
}

const emptyHash = textHash("");

/** Undefined if the text is no manifest. */
export function parseManifest(text: string): Manifest | undefined {
  const files = propertyOf(parseJson(text), "files");
  if (typeof files !== "object" || files === null) return undefined;
  const manifest = new Map<string, string>();
  for (const [path, hash] of Object.entries(files)) {
    if (typeof hash !== "string" || !isInside(path)) return undefined;
    manifest.set(path, hash);
  }
  return manifest;
}

/** A merge or a hand may have put any path into a manifest; one that leads elsewhere must never be removed. */
function isInside(path: string): boolean {
  return !leadingElsewhere.test(path);
}

/** With a name that is empty, `.` or `..`, or with a backslash. */
const leadingElsewhere = /(?:^|\/)\.{0,2}(?:\/|$)|\\/;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
