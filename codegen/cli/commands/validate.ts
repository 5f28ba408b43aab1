import { countFindings } from "../../diagnostics/render/summary.js";
import { choiceLines } from "../choice-lines.js";
import { type AddCommand, examples } from "../command.js";
import type { Context } from "../context.js";
import { exitCodes } from "../exit-codes.js";
import type { Outcome } from "../outcome.js";
import { makeProgress } from "../progress.js";

const description = `Checks schemas, system modules and the app against each other, and writes nothing.

It proves that every feature the app asks for is implemented: the functions are
there, fit their Views, and are no stubs. It also checks names, layering, access
and the schedule. The project does not have to compile.

\`ecsgen generate\` checks the same before it writes; with --watch, after every
change.`;

/** `ecsgen validate` */
export const addValidate: AddCommand = (program, act) => {
  program
    .command("validate")
    .summary("check schemas and system modules against each other")
    .description(description)
    .addHelpText(
      "after",
      examples(
        ["ecsgen validate", "is every feature covered?"],
        ["ecsgen validate --format sarif > ecsgen.sarif", "for code scanning"],
      ),
    )
    .action((_options: object, command) => act(command, validateProject));
};

async function validateProject(context: Context): Promise<Outcome> {
  const { validate } = await import("../../api/validate.js");
  const progress = makeProgress(context);
  try {
    const { diagnostics, choices } = await validate(context.root, { onStage: progress.onStage });
    const failed = countFindings(diagnostics).errors > 0;
    return failed
      ? { exitCode: exitCodes.findings, diagnostics }
      : { exitCode: exitCodes.ok, diagnostics, summary: `${choiceLines(choices)}${context.out.green("valid")}\n` };
  } finally {
    progress.done();
  }
}
