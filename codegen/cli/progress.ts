import type { Stage } from "../api/results.js";
import type { Context } from "./context.js";

/** Tells on a terminal what a run is busy with, in one line that is gone at the end. */
export interface Progress {
  readonly onStage: (stage: Stage) => void;
  /** Removes the line. */
  done(): void;
}

const words: Readonly<Record<Stage, string>> = {
  read: "reading schemas",
  check: "checking",
  plan: "planning",
  emit: "printing",
  write: "writing",
  types: "checking types",
};

/** Progress on stderr; silent when that is no terminal, with `--quiet` and for forms that programs read. */
export function makeProgress(context: Context): Progress {
  const { stderr, env } = context.io;
  const silent = !stderr.isTTY || context.quiet || context.format !== "pretty" || env["TERM"] === "dumb";
  if (silent) return { onStage: () => undefined, done: () => undefined };
  let shown = false;
  return {
    onStage: (stage) => {
      shown = true;
      stderr.write(`\r\u001B[K${context.err.dim(`${words[stage]}…`)}`);
    },
    done: () => {
      if (shown) stderr.write("\r\u001B[K");
    },
  };
}
