import { countFindings } from "../../diagnostics/render/summary.js";
import { type AddCommand, examples } from "../command.js";
import type { Context } from "../context.js";
import { exitCodes } from "../exit-codes.js";
import type { Outcome } from "../outcome.js";
import { makeProgress } from "../progress.js";

const description = `All that a build server should ask, in one command that writes nothing:

  1. validate   schemas and system modules fit, every feature is covered
  2. drift      generated/ is what the schemas say, and nobody edited it
  3. types      the project compiles with its own tsconfig.json`;

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
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    if (errors.some(({ code }) => code !== "ECS5009")) return { exitCode: exitCodes.findings, diagnostics, data };
    if (stale.length > 0 || countFindings(diagnostics).errors > 0)
      return { exitCode: exitCodes.stale, diagnostics, data };
    const summary = `${context.out.green("valid, fresh, and it compiles")}\n`;
    return { exitCode: exitCodes.ok, diagnostics, data, summary };
  } finally {
    progress.done();
  }
}
