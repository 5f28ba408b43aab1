import { nodeHost } from "../1-read/node-host.js";
import { nodeDisk } from "../5-write/disk.js";
import { readLastRun } from "../cache/last-run.js";
import { askAgain, type Answers } from "../cache/recording-host.js";
import { FolderWatcher } from "../watch/folder-watcher.js";
import { interestsOf } from "../watch/interests.js";
import { projectRoot } from "./project-root.js";
import type { WatchOptions, WatchResult } from "./results.js";

/**
 * Generates now and after every change of what the project at `root` is made of, until `signal` aborts; then resolves.
 * After an error the old output stays. What `onResult` throws ends the watch.
 */
export async function watch(
  root: string,
  onResult: (result: WatchResult) => void,
  { signal, force = false }: WatchOptions,
): Promise<void> {
  const project = projectRoot(root);
  const { GenerateSession } = await import("./generate-session.js");
  const session = new GenerateSession(project, readLastRun(project));
  const watcher = new FolderWatcher();
  try {
    let change: Change | undefined = { cause: [], noticed: performance.now() };
    while (change !== undefined && !signal.aborted) {
      const result = await session.run({ force });
      onResult({ ...result, cause: change.cause, milliseconds: performance.now() - change.noticed });
      session.save();
      change = await nextChange(project, session.answers, watcher, signal);
    }
  } finally {
    watcher.close();
  }
}

interface Change {
  /** Relative to the root, sorted. */
  readonly cause: readonly string[];
  /** By the clock of `performance`. */
  readonly noticed: number;
}

/** Undefined when the signal aborts. Watches first and asks then, so that no change falls in between. */
async function nextChange(
  root: string,
  told: Answers,
  watcher: FolderWatcher,
  signal: AbortSignal,
): Promise<Change | undefined> {
  let answers = told;
  while (!signal.aborted) {
    const noticed = performance.now();
    watcher.follow(interestsOf(root, answers, nodeDisk));
    const now = askAgain(answers, nodeHost());
    if (now.stale.length > 0) return { cause: now.stale.map((path) => shown(root, path)).sort(), noticed };
    answers = now.answers;
    await watcher.settled(signal);
  }
  return undefined;
}

function shown(root: string, path: string): string {
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
}
