#!/usr/bin/env node
import type { CliIo, Output } from "./io.js";
import { run } from "./run.js";

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

function interrupted(): AbortSignal {
  const controller = new AbortController();
  // Once: a second Ctrl-C ends the process even if the first one hangs.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

const io: CliIo = {
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  env: process.env,
  cwd: process.cwd(),
  interrupted,
};

// Not `process.exit`, which would cut off what is still on its way to a pipe.
process.exitCode = await run(process.argv.slice(2), io);
