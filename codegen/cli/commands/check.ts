import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { type AddCommand, examples } from "../command.js";
import type { Context } from "../context.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Outcome } from "../outcome.js";
import { makeProgress } from "../progress.js";

const description = `All that a build server should ask, in one command that writes nothing:

  1. validate   schemas and system modules fit, every feature is covered
  2. drift      generated/ is what the schemas say, and nobody edited it
  3. types      the project compiles with its tsconfig.json, or the nearest above

When generated files are stale, errors of types may come from that alone: it
ends with 4 then, and with 5 for all other errors.`;

/** `ecsgen check` */
export const addCheck: AddCommand = (program, act) => {
  program
    .command("check")
    .summary("for CI: validation, drift of generated files, types")
    .description(description)
    .addHelpText(
      "after",
      examples(["ecsgen check", "before you push"], ["ecsgen check --format github", "marks lines in a pull request"]),
    )
    .action((_options: object, command) => act(command, checkProject));
};

async function checkProject(context: Context): Promise<Outcome> {
  const { check } = await import("../../api/check.js");
  const progress = makeProgress(context);
  try {
    const { diagnostics, stale } = await check(context.root, { onStage: progress.onStage });
    const data = { stale };
    const exitCode = exitCodeOf(diagnostics, stale.length > 0);
    if (exitCode !== exitCodes.ok) return { exitCode, diagnostics, data };
    const summary = `${context.out.green("valid, fresh, and it compiles")}\n`;
    return { exitCode, diagnostics, data, summary };
  } finally {
    progress.done();
  }
}

/** Generating anew is one command, and may mend the types as well, so that staleness is what is said first. */
function exitCodeOf(diagnostics: readonly Diagnostic[], isStale: boolean): ExitCode {
  const mended = isStale ? ["ECS5009", "ECS5010"] : [];
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.some(({ code }) => !mended.includes(code))) return exitCodes.findings;
  return isStale ? exitCodes.stale : exitCodes.ok;
}
