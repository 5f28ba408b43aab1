import type { Disk } from "../5-write/disk.js";
import { fileEntry } from "../cache/disk-host.js";
import type { Answers } from "../cache/recording-host.js";

/** How long to wait for the text of a file that was emptied, in milliseconds. */
const longestEmpty = 300;

/** What is needed to wait for a change to be whole. */
export interface Waiting<Change> {
  /** Looks for a change. */
  ask(): Change | undefined;
  /** Whether a file of the change was emptied, perhaps to be written. */
  isEmptied(change: Change): boolean;
  /** Ends when something has happened, and then nothing for a moment, or after so many milliseconds. */
  settled(patience: number): Promise<unknown>;
  /** The time, in milliseconds. */
  now(): number;
}

/**
 * What changed, if anything did. Who saves by writing into a file empties it first, and a slow disk, or a program that has
 * something else to do, lets it be seen so: then its text is waited for. A file that stays empty is a change as any other.
 */
export async function wholeChange<Change>({
  ask,
  isEmptied,
  settled,
  now,
}: Waiting<Change>): Promise<Change | undefined> {
  const deadline = now() + longestEmpty;
  let change = ask();
  while (change !== undefined && isEmptied(change) && now() < deadline) {
    await settled(deadline - now());
    change = ask();
  }
  return change;
}

/** Whether there is nothing in one of these files now, which had a text when `answers` were given. */
export function hasEmptied(paths: readonly string[], answers: Answers, disk: Disk): boolean {
  return paths.some((path) => {
    const answer = answers.get(path);
    return answer?.kind === "file" && answer.known.size > 0 && fileEntry(disk, path)?.size === 0;
  });
}
