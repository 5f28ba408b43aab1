// What the last run found, so that a run in which nothing changed need not read, parse or print anything:
// the answers that it got from the disk, and the files that it left there.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { isRefusal, type Disk } from "../5-write/disk.js";
import { FileHashes, type KnownHash } from "../5-write/file-hashes.js";
import { leftovers } from "../5-write/leftovers.js";
import { pathIn } from "../5-write/path-in.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { cacheFile } from "./cache-folder.js";
import { askAgain, type Answer, type Answers } from "./recording-host.js";
import { toolFingerprint } from "./tool-fingerprint.js";

/** A run that ended well: what it was told, what it said, and what it left. */
export interface LastRun {
  readonly answers: Answers;
  /** Warnings only. */
  readonly diagnostics: readonly Diagnostic[];
  /** The output folder, relative to the root. */
  readonly output: string;
  /** Generated files by their paths relative to the root, the manifest among them. */
  readonly outputs: ReadonlyMap<string, KnownHash>;
}

/** How a run looks in JSON. */
interface Stored {
  readonly tool: string;
  readonly answers: readonly (readonly [string, Answer])[];
  readonly diagnostics: readonly Diagnostic[];
  readonly output: string;
  readonly outputs: readonly (readonly [string, KnownHash])[];
}

/** Undefined if there was none, or if it was by another version. */
export function readLastRun(root: string): LastRun | undefined {
  const path = cacheFile(root);
  if (path === undefined) return undefined;
  const stored = parseStored(tryToRead(path) ?? "");
  if (stored === undefined || stored.tool !== toolFingerprint()) return undefined;
  return { ...stored, answers: new Map(stored.answers), outputs: new Map(stored.outputs) };
}

/** Keeps a run for the next. A disk that refuses costs nothing but time. */
export function saveLastRun(root: string, run: LastRun): void {
  const path = cacheFile(root);
  if (path === undefined) return;
  const stored: Stored = { tool: toolFingerprint(), ...run, answers: [...run.answers], outputs: [...run.outputs] };
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${process.pid}`, withChecksum(JSON.stringify(stored)));
    renameSync(`${path}.${process.pid}`, path);
  } catch {
    // Only a cache.
  }
}

/** The run as it would be now, if nothing has changed since; undefined otherwise. */
export function confirmRun(root: string, run: LastRun, disk: Disk): LastRun | undefined {
  try {
    const { stale, answers } = askAgain(run.answers, disk);
    const outputs = stale.length > 0 ? undefined : confirmOutputs(root, run, disk);
    return outputs && { ...run, answers, outputs };
  } catch (error) {
    if (isRefusal(error)) return undefined; // the whole run says what cannot be read
    throw error;
  }
}

/** Whether a confirmed run knows more than the run that it came from: what had to be hashed again. */
export function hasNews(before: LastRun, after: LastRun): boolean {
  return differs(before.outputs, after.outputs) || differs(before.answers, after.answers);
}

/** Whether a map of now holds anything that one of before did not. */
function differs<T>(before: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>): boolean {
  for (const [path, value] of now) if (before.get(path) !== value) return true;
  return false;
}

/** What is known of the outputs of a run, if they are all as it left them; undefined otherwise. Throws refusals. */
export function confirmOutputs(
  root: string,
  { output, outputs }: LastRun,
  disk: Disk,
  hashes = new FileHashes(disk, absoluteOutputs(root, outputs)),
): LastRun["outputs"] | undefined {
  if (leftovers(root, output, disk).length > 0) return undefined;
  const confirmed = new Map<string, KnownHash>();
  for (const [path, known] of outputs) {
    const absolute = pathIn(root, path);
    const entry = disk.stat(absolute);
    if (entry?.kind !== "file" || hashes.of(absolute, entry) !== known.hash) return undefined;
    confirmed.set(path, hashes.known(absolute) ?? known);
  }
  return confirmed;
}

/** What is known of the outputs of a run, by their absolute paths. */
export function absoluteOutputs(root: string, outputs: LastRun["outputs"]): [string, KnownHash][] {
  return [...outputs].map(([path, known]) => [pathIn(root, path), known]);
}

function tryToRead(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** Nobody but this file writes the cache, so a text with the right checksum has the right shape. */
function parseStored(text: string): Stored | undefined {
  const end = text.indexOf("\n");
  const json = text.slice(end + 1);
  return end > 0 && withChecksum(json) === text ? (JSON.parse(json) as Stored) : undefined;
}

function withChecksum(json: string): string {
  return `${createHash("sha256").update(json).digest("hex")}\n${json}`;
}
