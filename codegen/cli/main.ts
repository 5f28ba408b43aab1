#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import type { CliIo, Output } from "./io.js";
import { run } from "./run.js";

// A run is over before optimised code pays: left to itself, V8 spends a third of all processor time on making it. A function
// must run this many bytes of bytecode before it is worth it, many times the default.
setFlagsFromString("--interrupt-budget=1000000");
// Code without optimisations is made at once instead of after some calls, which takes 6 % off a run over a thousand components.
setFlagsFromString("--always-sparkplug");

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
