import { readLastRun } from "../cache/last-run.js";
import { askDisk } from "../watch/ask-disk.js";
import { FolderWatcher } from "../watch/folder-watcher.js";
import { interestsOf } from "../watch/interests.js";
import { RememberingDisk } from "../watch/remembering-disk.js";
import { hasEmptied, wholeChange } from "../watch/whole-change.js";
import type { GenerateSession } from "./generate-session.js";
import { projectRoot } from "./project-root.js";
import type { WatchOptions, WatchResult } from "./results.js";

/** After how long without a change everything is looked at again, in milliseconds, should an event have been lost. */
const quiet = 1000;

/**
 * Generates now, after every change of what the project at `root` is made of, and when a generated file is gone, until
 * `signal` aborts; then resolves. After an error the old output stays. What `onResult` throws ends the watch.
 */
export async function watch(
  root: string,
  onResult: (result: WatchResult) => void,
  { signal, force = false, allowStubs = false }: WatchOptions,
): Promise<void> {
  const project = projectRoot(root);
  const { GenerateSession } = await import("./generate-session.js");
  const watcher = new FolderWatcher((path) => (path === undefined ? disk.forgetAll() : disk.forget(path)));
  const disk = new RememberingDisk((folder) => watcher.isWatching(folder));
  const session = new GenerateSession(project, readLastRun(project), { disk });
  const watching: Watching = { root: project, session, watcher, disk, signal };
  try {
    let change: Change | undefined = { cause: [], noticed: performance.now() };
    while (change !== undefined && !signal.aborted) {
      const result = await session.run({ force, allowStubs });
      onResult({ ...result, cause: change.cause, milliseconds: performance.now() - change.noticed });
      change = await nextChange(watching);
    }
  } finally {
    watcher.close();
    session.save();
  }
}

interface Watching {
  readonly root: string;
  readonly session: GenerateSession;
  readonly watcher: FolderWatcher;
  readonly disk: RememberingDisk;
  readonly signal: AbortSignal;
}

interface Change {
  /** Relative to the root, sorted. */
  readonly cause: readonly string[];
  /** By the clock of `performance`. */
  readonly noticed: number;
}

/** A change, with the absolute paths whose answers are others now. */
interface Found extends Change {
  readonly stale: readonly string[];
}

/** Undefined when the signal aborts. Watches first and asks then, so that no change falls in between. */
async function nextChange({ root, session, watcher, disk, signal }: Watching): Promise<Change | undefined> {
  let answers = session.answers;
  let patience = quiet;
  const ask = (): Found | undefined => {
    if (signal.aborted) return undefined;
    const noticed = performance.now();
    const now = askDisk(answers, disk);
    const { stale } = now;
    if (stale.length > 0) return { cause: stale.map((path) => shown(root, path)).sort(), noticed, stale };
    answers = now.answers;
    const missing = session.missing();
    return missing.length > 0 ? { cause: missing, noticed, stale } : undefined;
  };
  const askForWhole = (): Promise<Found | undefined> =>
    wholeChange({
      ask,
      isEmptied: ({ stale }) => hasEmptied(stale, answers, disk),
      settled: (longest) => watcher.settled(signal, longest),
      now: () => performance.now(),
    });
  while (!signal.aborted) {
    watcher.follow(interestsOf(root, session.output, answers, disk));
    const before = await askForWhole();
    if (before !== undefined) return before;
    if (await watcher.settled(signal, patience)) patience = quiet;
    else {
      patience = Infinity;
      disk.forgetAll();
      session.save();
    }
    // Most of what is heard of is a change: then there is no need to find out where else to look.
    const after = await askForWhole();
    if (after !== undefined) return after;
  }
  return undefined;
}

function shown(root: string, path: string): string {
  if (path === `${root}/`) return "./"; // what is in the project's own folder
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
}
