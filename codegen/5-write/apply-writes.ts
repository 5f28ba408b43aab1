// All or nothing, also for a run that is killed. In the output folder, for as long as a run writes:
//
//   .ecsgen/new/…          the new texts, each under its path
//   .ecsgen/old/…          copies of what they replace or what is removed
//   .ecsgen/journal.json   what to do with them, and in which direction: written last, and flushed
//
// A folder that is new as a whole is moved as a whole: a first run has thousands of files, and a step for each takes time.
// Without a journal nothing has been done yet. With one, the next run goes on where this one stopped: forward, unless the
// disk refused or texts were lost. Each step looks at what is there, so doing it twice does no harm. A file that was changed
// by somebody in between is left as it is, and found to be edited by the run that comes after.
import type { Disk } from "./disk.js";
import type { FileHashes } from "./file-hashes.js";
import { workFolder } from "./leftovers.js";
import { folderOf, pathIn } from "./path-in.js";
import type { WritePlan, WriteStep } from "./plan-writes.js";
import { textHash } from "./text-hash.js";

type Direction = "forward" | "back";

interface Journal {
  readonly direction: Direction;
  readonly steps: readonly WriteStep[];
}

/**
 * Does what was planned, or nothing: throws a refusal after all that was done is undone. Gives the paths that were left to
 * somebody who changed them since they were planned.
 */
export function applyWrites(disk: Disk, hashes: FileHashes, output: string, plan: WritePlan): ReadonlySet<string> {
  try {
    stage(disk, output, plan);
  } catch (error) {
    disk.removeTree(pathIn(output, workFolder));
    throw error;
  }
  // Half of it is none: nothing has been done then.
  disk.write(journalPath(output), textOf({ direction: "forward", steps: plan.steps }), true);
  return finishForward(disk, hashes, output, plan.steps, true);
}

/** Whether a run was killed while it wrote here, or is at it. */
export function isInterrupted(disk: Disk, output: string): boolean {
  return disk.stat(pathIn(output, workFolder)) !== undefined;
}

/** Finishes what a killed run began, or undoes it if it had not begun in earnest. Throws refusals. */
export function recoverWrites(disk: Disk, hashes: FileHashes, output: string): void {
  const journal = readJournal(disk, output);
  if (journal === undefined) disk.removeTree(pathIn(output, workFolder));
  else if (journal.direction === "back") finishBack(disk, output, journal.steps);
  else if (journal.steps.every((step) => canGoForward(disk, output, step))) {
    finishForward(disk, hashes, output, journal.steps, false);
  } else goBack(disk, output, journal.steps);
}

/** The new texts are not flushed, so power that fails may take some with it. Then the rest, manifest and all, must not be done. */
function canGoForward(disk: Disk, output: string, { path, from, to }: WriteStep): boolean {
  const found = hashAt(disk, pathIn(output, path));
  const isOver = to === undefined || found === to || (found !== from && found !== undefined);
  return isOver || hashAt(disk, waiting(output, "new", path)) === to;
}

function stage(disk: Disk, output: string, { steps, texts }: WritePlan): void {
  disk.makeFolder(pathIn(output, workFolder));
  const folders = new Folders(disk);
  for (const { path, from, to } of steps) {
    const text = to === undefined ? undefined : texts.get(path);
    if (text !== undefined) disk.write(folders.around(waiting(output, "new", path)), text);
    if (from !== undefined) disk.copy(pathIn(output, path), folders.around(waiting(output, "old", path)));
  }
}

/** Makes folders, each only once: nothing is removed from a folder after something new was put into it. */
class Folders {
  private readonly disk: Disk;
  private readonly made = new Set<string>();

  constructor(disk: Disk) {
    this.disk = disk;
  }

  /** The path itself, whose folder is there then. */
  around(path: string): string {
    const folder = folderOf(path);
    if (!this.made.has(folder)) this.disk.makeFolder(folder);
    this.made.add(folder);
    return path;
  }
}

/** `staged` is whether this run has written the new texts, and nobody has moved any of them yet. */
function finishForward(
  disk: Disk,
  hashes: FileHashes,
  output: string,
  steps: readonly WriteStep[],
  staged: boolean,
): ReadonlySet<string> {
  const job: ForwardJob = { disk, hashes, output, folders: new Folders(disk), left: new Set() };
  try {
    const moved = staged ? moveNewFolders(disk, output, steps) : new Set<string>();
    for (const step of steps) if (!moved.has(topOf(step.path))) stepForward(job, step);
  } catch (error) {
    goBack(disk, output, steps);
    throw error;
  }
  clear(disk, output);
  return job.left;
}

/** Moves the folders at the top of which nothing is there yet; gives their names. */
function moveNewFolders(disk: Disk, output: string, steps: readonly WriteStep[]): ReadonlySet<string> {
  const tops = new Set(steps.filter(({ to }) => to !== undefined).map(({ path }) => topOf(path)));
  const isNew = (top: string): boolean => top !== "" && disk.stat(pathIn(output, top)) === undefined;
  const moved = new Set([...tops].filter(isNew));
  for (const top of moved) disk.rename(waiting(output, "new", top), pathIn(output, top));
  return moved;
}

/** `a/b/c` → `a`; empty for what stands in no folder. */
function topOf(path: string): string {
  return path.slice(0, Math.max(path.indexOf("/"), 0));
}

function goBack(disk: Disk, output: string, steps: readonly WriteStep[]): void {
  replaceJournal(disk, output, { direction: "back", steps });
  finishBack(disk, output, steps);
}

function finishBack(disk: Disk, output: string, steps: readonly WriteStep[]): void {
  for (const step of [...steps].reverse()) stepBack(disk, output, step);
  clear(disk, output);
}

/** The journal goes first: what is left without it says nothing. */
function clear(disk: Disk, output: string): void {
  disk.remove(journalPath(output));
  disk.removeTree(pathIn(output, workFolder));
}

interface ForwardJob {
  readonly disk: Disk;
  readonly hashes: FileHashes;
  readonly output: string;
  readonly folders: Folders;
  /** The paths of what somebody else has changed. */
  readonly left: Set<string>;
}

function stepForward(job: ForwardJob, { path, from, to }: WriteStep): void {
  const { disk, hashes, output, folders, left } = job;
  const target = pathIn(output, path);
  const entry = disk.stat(target, true);
  // Nothing may be there any more on a disk that ignores case, where an orphan had the same name but for that.
  const found = entry?.kind === "file" ? hashes.of(target, entry) : undefined;
  if (found !== undefined && found !== from && found !== to) left.add(path);
  else if (to === undefined) removeFile(disk, output, target);
  else if (found !== to) disk.rename(waiting(output, "new", path), folders.around(target));
}

function stepBack(disk: Disk, output: string, { path, from, to }: WriteStep): void {
  const target = pathIn(output, path);
  const found = hashAt(disk, target);
  if (from === undefined) {
    if (found === to || found === undefined) removeFile(disk, output, target);
    return;
  }
  const text = waiting(output, "old", path);
  if (found !== to || hashAt(disk, text) !== from) return;
  disk.makeFolder(folderOf(target));
  disk.rename(text, target);
}

/**
 * Removes a file and the folders that are empty without it, from the inside out, never the output folder itself. The
 * file, and some of the folders, may be gone or not have been made yet.
 */
function removeFile(disk: Disk, output: string, path: string): void {
  if (disk.stat(path)?.kind === "file") disk.remove(path);
  for (let at = folderOf(path); at !== output; at = folderOf(at)) {
    const kind = disk.stat(at)?.kind;
    if (kind === undefined) continue;
    if (kind !== "folder" || disk.list(at).length > 0) return;
    disk.removeFolder(at);
  }
}

/** Undefined for nothing, and for what is no file. */
function hashAt(disk: Disk, path: string): string | undefined {
  return disk.stat(path)?.kind === "file" ? textHash(disk.read(path)) : undefined;
}

function waiting(output: string, kind: "new" | "old", path: string): string {
  return pathIn(output, `${workFolder}/${kind}/${path}`);
}

function journalPath(output: string): string {
  return pathIn(output, `${workFolder}/journal.json`);
}

/** In one step, so that there is always a whole one. */
function replaceJournal(disk: Disk, output: string, journal: Journal): void {
  const draft = `${journalPath(output)}.draft`;
  disk.write(draft, textOf(journal), true);
  disk.rename(draft, journalPath(output));
}

function textOf(journal: Journal): string {
  return JSON.stringify(journal);
}

function readJournal(disk: Disk, output: string): Journal | undefined {
  const path = journalPath(output);
  if (disk.stat(path)?.kind !== "file") return undefined;
  return parseJournal(disk.read(path).toString("utf8"));
}

/** A journal that cannot be understood says nothing: what it would have changed is found by looking anew. */
function parseJournal(text: string): Journal | undefined {
  const journal = parseJson(text);
  if (typeof journal !== "object" || journal === null || !("steps" in journal) || !("direction" in journal)) return;
  const { steps, direction } = journal;
  if (!Array.isArray(steps) || !steps.every(isStep)) return undefined;
  return direction === "forward" || direction === "back" ? { direction, steps: steps.map(completeStep) } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isStep(value: unknown): value is WriteStep {
  if (typeof value !== "object" || value === null || !("path" in value)) return false;
  const hashes = [("from" in value && value.from) || undefined, ("to" in value && value.to) || undefined];
  const { path } = value;
  if (typeof path !== "string" || path.split("/").includes("..")) return false;
  return hashes.every((hash) => hash === undefined || typeof hash === "string");
}

/** JSON has no `undefined`. */
function completeStep({ path, from, to }: WriteStep): WriteStep {
  return { path, from, to };
}
