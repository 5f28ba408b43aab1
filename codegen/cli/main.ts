#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import type { CliIo, Output } from "./io.js";
import { run } from "./run.js";

/**
 * How much must happen before V8 optimises a function, ten times the default or more, by the version of V8 (of Node 20, 22, 24 and 26).
 * A run is over before that pays: left to itself, V8 spends a third of all processor time on it.
 */
const patience: Readonly<Record<string, string>> = {
  11: "--interrupt-budget=1000000",
  12: "--invocation-count-for-turbofan=30000",
  13: "--invocation-count-for-turbofan=30000 --invocation-count-for-maglev=4000",
  14: "--invocation-count-for-turbofan=30000 --invocation-count-for-maglev=4000",
};

/** A V8 that is not known is left alone: it complains of flags that it has no more. */
function tuneEngine(): void {
  const flags = patience[Number.parseInt(process.versions.v8)];
  if (flags === undefined) return;
  setFlagsFromString(flags);
  // Machine code is made at the first call instead of after some, which takes 6 % off a run over a thousand components.
  setFlagsFromString("--always-sparkplug");
  // Nearly all that a run keeps, it keeps to its end: marking that again before the heap is seven times as large finds little.
  setFlagsFromString("--heap-growing-percent=600");
  // Young objects are few at a time: sharing them out among threads takes 3 to 10 % more processor time than moving them in one.
  setFlagsFromString("--no-parallel-scavenge");
}

tuneEngine();

function outputOf(stream: NodeJS.WriteStream): Output {
  // A reader that went away, such as `head`, is no failure: what is left to say is dropped.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return {
    write: (text) => void stream.write(text),
    isTTY: stream.isTTY === true,
    columns: stream.isTTY === true ? stream.columns : undefined,
  };
}

/** Aborted by a signal, with the exit code that is the custom then. */
const interruption = new AbortController();

function interrupted(): AbortSignal {
  // Once: a second Ctrl-C ends the process even if the first one hangs.
  process.once("SIGINT", () => interruption.abort(130));
  process.once("SIGTERM", () => interruption.abort(143));
  return interruption.signal;
}

const io: CliIo = {
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  env: process.env,
  cwd: process.cwd(),
  interrupted,
};

// Not `process.exit`, which would cut off what is still on its way to a pipe.
const exitCode = await run(process.argv.slice(2), io);
process.exitCode = interruption.signal.aborted ? Number(interruption.signal.reason) : exitCode;
