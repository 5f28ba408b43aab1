import { join } from "node:path";
import { makeReporter } from "../diagnostics/collector.js";
import type { GeneratedFile } from "../model/generated-file.js";
import type { WriteMode, WriteResult } from "../model/write-result.js";
import { applyWrites, isInterrupted, recoverWrites } from "./apply-writes.js";
import { outputState, readDiskState } from "./disk-state.js";
import { isRefusal, nodeDisk, type Disk } from "./disk.js";
import { FileHashes } from "./file-hashes.js";
import { leftovers, lockName } from "./leftovers.js";
import { acquireLock } from "./lock.js";
import { manifestName, printManifest, type Manifest, type PrintedManifest } from "./manifest.js";
import { otherOutputs } from "./other-outputs.js";
import { pathIn } from "./path-in.js";
import { planWrites, type WritePlan, type WriteStep } from "./plan-writes.js";
import { reportConflict, reportDrift, reportLocked, reportOthers, reportRefusal, type OutputPlace } from "./report.js";
import { textHash } from "./text-hash.js";
import { uninterrupted } from "./uninterrupted.js";
import { unifiedDiff } from "./unified-diff.js";

/** Where and how to write. */
export interface WriteOptions {
  /** The project's root folder, absolute, with `/`. */
  readonly root: string;
  /** The output folder, relative to the root. */
  readonly output: string;
  readonly mode: WriteMode;
  /** Overwrites files that were edited by hand or that are not ours. */
  readonly force: boolean;
  readonly disk?: Disk;
  readonly hashes?: FileHashes;
  /** How long to wait for another run, in milliseconds. */
  readonly patience?: number;
}

/** Everything a write needs to know. */
interface Job extends OutputPlace {
  readonly root: string;
  readonly disk: Disk;
  readonly hashes: FileHashes;
  readonly texts: ReadonlyMap<string, string>;
  readonly manifest: PrintedManifest;
  readonly force: boolean;
}

/** Brings the output folder to hold exactly these files beside those of others, or says what would be done. */
export async function write(files: readonly GeneratedFile[], options: WriteOptions): Promise<WriteResult> {
  const { root, output, mode, force, disk = nodeDisk, hashes = new FileHashes(disk) } = options;
  const pathOf = ({ path }: GeneratedFile): string => path.slice(output.length + 1);
  const texts = new Map(files.map((file) => [pathOf(file), file.text]));
  const job: Job = {
    root,
    disk,
    hashes,
    texts,
    manifest: manifestOf(new Map(files.map((file) => [pathOf(file), hashes.ofText(file)]))),
    force,
    folder: join(root, output).replaceAll("\\", "/"),
    shown: output,
  };
  try {
    if (mode !== "write" || !isSurelyStale(job)) {
      const plan = planJob(job);
      const settled = plan.steps.length === 0 && leftovers(root, output, disk).length === 0;
      if (mode !== "write" || settled) return resultOf(plan, job, mode);
    }
  } catch (error) {
    return refusedResult(job, error, "read");
  }
  try {
    return await uninterrupted(() => writeLocked(job, options.patience ?? 10_000));
  } catch (error) {
    return refusedResult(job, error, "written");
  }
}

/**
 * Whether there is something to write, which need not be looked for without the lock then: there is nothing yet, or the manifest is
 * another one.
 */
function isSurelyStale({ disk, root, folder, hashes, manifest }: Job): boolean {
  // Not even a lock may be put into a folder elsewhere.
  const state = outputState(disk, root, folder);
  if (state !== "folder") return state === "none";
  const path = pathIn(folder, manifestName);
  const entry = disk.stat(path);
  return entry?.kind === "file" && hashes.of(path, entry) !== manifest.hash;
}

function manifestOf(files: Manifest): PrintedManifest {
  const text = printManifest(files);
  return { files, text, hash: textHash(text) };
}

function planJob({ disk, root, folder, hashes, texts, manifest, force }: Job): WritePlan {
  return planWrites(texts, manifest, readDiskState(disk, root, folder, texts.keys(), hashes), force);
}

/** Under the lock everything is looked at again: who held it before may have written. */
async function writeLocked(job: Job, patience: number): Promise<WriteResult> {
  const { disk, hashes, folder } = job;
  const isNew = disk.stat(folder) === undefined;
  disk.makeFolder(folder);
  try {
    const lock = await acquireLock(disk, join(folder, lockName), patience);
    if ("heldBy" in lock) return lockedResult(job, lock.heldBy);
    try {
      if (isInterrupted(disk, folder)) recoverWrites(disk, hashes, folder);
      const plan = planOrRefuse(job);
      return "steps" in plan ? applyPlan(plan, job) : plan;
    } finally {
      lock.release();
    }
  } finally {
    if (isNew && disk.list(folder).length === 0) disk.removeFolder(folder);
  }
}

function planOrRefuse(job: Job): WritePlan | WriteResult {
  try {
    return planJob(job);
  } catch (error) {
    return refusedResult(job, error, "read");
  }
}

function applyPlan(plan: WritePlan, job: Job): WriteResult {
  const seen = Date.now();
  const left = plan.steps.length > 0 ? applyWrites(job.disk, job.hashes, job.folder, plan) : new Set<string>();
  learnWritten(
    plan.steps.filter(({ path }) => !left.has(path)),
    job,
    seen,
  );
  return resultOf(plan, job, "write");
}

/** Spares whoever comes next to read what was written only now. */
function learnWritten(steps: readonly WriteStep[], { disk, folder, hashes, manifest }: Job, seen: number): void {
  for (const { path, to } of steps) {
    const absolute = pathIn(folder, path);
    const entry = to === undefined ? undefined : disk.stat(absolute);
    if (entry === undefined || to === undefined) continue;
    hashes.learn(absolute, entry, to, seen);
    if (path === manifestName) hashes.learnManifest(entry, manifest.files);
  }
}

function refusedResult(job: Job, error: unknown, what: "read" | "written"): WriteResult {
  if (!isRefusal(error)) throw error;
  const reporter = makeReporter();
  reportRefusal(job, job.root, error, what, reporter);
  return { ...nothing, diagnostics: reporter.diagnostics };
}

function lockedResult(job: Job, pid: number | undefined): WriteResult {
  const reporter = makeReporter();
  reportLocked(job, pid, reporter);
  return { ...nothing, diagnostics: reporter.diagnostics };
}

const nothing: WriteResult = { created: [], changed: [], removed: [], unchanged: [], diff: "", diagnostics: [] };

function resultOf(plan: WritePlan, job: Job, mode: WriteMode): WriteResult {
  const shown = (paths: readonly string[]): string[] => paths.map((path) => `${job.shown}/${path}`).sort();
  const pathsOf = (wanted: (step: WriteStep) => boolean): string[] =>
    shown(plan.steps.filter(wanted).map(({ path }) => path));
  const created = pathsOf(({ from, to }) => from === undefined && to !== undefined);
  const changed = pathsOf(({ from, to }) => from !== undefined && to !== undefined);
  const removed = pathsOf(({ to }) => to === undefined);
  const reporter = makeReporter();
  for (const conflict of plan.conflicts) reportConflict(job.disk, job, conflict, job.texts, reporter);
  if (mode === "write" && isFirst(plan)) reportOthers(job, otherOutputs(job.root, job.shown, job.disk), reporter);
  if (mode === "check") {
    const missing = changed.length + removed.length + plan.unchanged.length === 0 && created.length > 0;
    const stale = missing
      ? [{ path: job.shown, what: "is not there yet" }]
      : [
          ...created.map((path) => ({ path, what: "is missing" })),
          ...changed.map((path) => ({ path, what: "is stale" })),
          ...removed.map((path) => ({ path, what: "is not generated any more" })),
        ];
    reportDrift(stale, reporter);
  }
  return {
    created,
    changed,
    removed,
    unchanged: shown(plan.unchanged),
    diff: mode === "dry-run" ? diffOf(plan, job) : "",
    diagnostics: reporter.diagnostics,
  };
}

/** Nothing was written to the output folder before. */
function isFirst({ steps }: WritePlan): boolean {
  return steps.some(({ path, from }) => path === manifestName && from === undefined);
}

function diffOf({ steps, texts }: WritePlan, { disk, folder, shown }: Job): string {
  const before = ({ path, from }: WriteStep): string | undefined =>
    from === undefined ? undefined : disk.read(join(folder, path)).toString("utf8");
  return steps.map((step) => unifiedDiff(`${shown}/${step.path}`, before(step), texts.get(step.path))).join("");
}
