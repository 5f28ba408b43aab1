import { spawnSync } from "node:child_process";
import { cpus } from "node:os";

/**
 * A command that runs a program on the last core of the machine, where that can be said, and as it is elsewhere: another
 * program may halve the speed of one core and not of the next, which would come out as a difference between what is compared.
 */
export function onOneCore(program: string, parameters: readonly string[]): readonly [string, ...string[]] {
  return canPin ? [pin, ...pinned, program, ...parameters] : [program, ...parameters];
}

const pin = "taskset";
const pinned = ["--cpu-list", String(cpus().length - 1)];
const canPin = process.platform === "linux" && spawnSync(pin, [...pinned, "true"]).status === 0;
