import { askAgain, type Answers } from "../cache/recording-host.js";
import type { RememberingDisk } from "./remembering-disk.js";

/**
 * Asks again what a run was told. What has changed is looked at anew by the next run, also when no event spoke of it: else that
 * run would be told the old answer by the disk, and this would find the change again and again.
 */
export function askDisk(answers: Answers, disk: RememberingDisk): ReturnType<typeof askAgain> {
  const now = askAgain(answers, disk);
  for (const path of now.stale) disk.forget(path.replace(/\/$/, ""));
  return now;
}
