// One run at a time writes to an output folder. The lock is a file, made so that only one can make it:
//
//   { "pid": 4711, "host": "desk", "token": "…" }
//
// A killed run leaves its lock behind. It is stale if its process is dead, or if it is older than any run can be; who finds
// it so moves it away first and looks whether that was really the stale one, since two may find it at once.
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isRefusal, type Disk } from "./disk.js";

/** Writing takes a second or two; the rest is for slow disks. */
const oldestLock = 60_000;
/** A lock without content was left by a run that was killed between making and filling it. */
const oldestEmptyLock = 2_000;
const pause = 25;

/** A lock that this run holds. */
export interface Lock {
  /** False if somebody took the lock away, thinking us dead. */
  isOurs(): boolean;
  release(): void;
}

/** Waits at most `patience` milliseconds; the pid of who holds the lock if that was not enough. Throws refusals. */
export async function acquireLock(
  disk: Disk,
  path: string,
  patience: number,
): Promise<Lock | { readonly heldBy: number | undefined }> {
  const text = JSON.stringify({ pid: process.pid, host: hostname(), token: randomUUID() });
  const deadline = Date.now() + patience;
  for (;;) {
    if (tryCreate(disk, path, text)) {
      removeAsides(disk, path);
      return makeLock(disk, path, text);
    }
    if (removeIfStale(disk, path)) continue;
    if (Date.now() >= deadline) return { heldBy: parseHolder(readIfThere(disk, path) ?? "")?.pid };
    await sleep(pause);
  }
}

function makeLock(disk: Disk, path: string, text: string): Lock {
  const isOurs = (): boolean => readIfThere(disk, path) === text;
  return {
    isOurs,
    release: () => {
      if (isOurs()) disk.remove(path);
    },
  };
}

function tryCreate(disk: Disk, path: string, text: string): boolean {
  try {
    disk.create(path, text);
    return true;
  } catch (error) {
    if (isRefusal(error) && error.code === "EEXIST") return false;
    throw error;
  }
}

function removeIfStale(disk: Disk, path: string): boolean {
  const entry = disk.stat(path);
  const text = readIfThere(disk, path);
  if (entry === undefined || text === undefined) return true;
  if (!isStale(text, Date.now() - entry.modified)) return false;
  const aside = asideOf(path, process.pid);
  if (!renameIfThere(disk, path, aside)) return true;
  if (readIfThere(disk, aside) === text) disk.remove(aside);
  else disk.rename(aside, path); // somebody was faster, and this is a fresh one
  return true;
}

function asideOf(path: string, pid: number): string {
  return `${path}.${pid}.stale`;
}

/** What was moved away by runs that were killed before they could remove it. */
function removeAsides(disk: Disk, path: string): void {
  for (const { name } of disk.list(dirname(path))) {
    const pid = Number(/\.(\d+)\.stale$/.exec(name)?.[1]);
    const aside = join(dirname(path), name);
    if (aside === asideOf(path, pid) && (pid === process.pid || !isAlive(pid))) disk.remove(aside);
  }
}

function isStale(text: string, age: number): boolean {
  const holder = parseHolder(text);
  if (holder === undefined) return age > oldestEmptyLock;
  return age > oldestLock || (holder.host === hostname() && !isAlive(holder.pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isRefusal(error) && error.code === "EPERM";
  }
}

function parseHolder(text: string): { pid: number; host: string } | undefined {
  const found = /^\{"pid":(\d+),"host":"([^"]*)"/.exec(text);
  return found?.[1] === undefined || found[2] === undefined ? undefined : { pid: Number(found[1]), host: found[2] };
}

function readIfThere(disk: Disk, path: string): string | undefined {
  try {
    return disk.read(path).toString("utf8");
  } catch (error) {
    if (isRefusal(error) && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function renameIfThere(disk: Disk, from: string, to: string): boolean {
  try {
    disk.rename(from, to);
    return true;
  } catch (error) {
    if (isRefusal(error) && error.code === "ENOENT") return false;
    throw error;
  }
}
