import { type AddCommand, examples } from "../command.js";
import type { Context } from "../context.js";
import type { Checkup } from "../doctor/checkup.js";
import { exitCodes } from "../exit-codes.js";
import type { Outcome } from "../outcome.js";

const description = `Looks at what ecsgen stands on: Node, package.json, the installed ecsgen, TypeScript,
tsconfig.json, the configuration, generated/, and what an interrupted run left behind.
Says for each what to do when it is not right. Changes nothing.`;

/** `ecsgen doctor` */
export const addDoctor: AddCommand = (program, act) => {
  program
    .command("doctor")
    .summary("find out why something does not work")
    .description(description)
    .addHelpText("after", examples(["ecsgen doctor", "what is wrong here?"]))
    .action((_options: object, command) => act(command, doctor));
};

async function doctor(context: Context): Promise<Outcome> {
  const { checkups } = await import("../doctor/checkups.js");
  const found = await checkups(context.root);
  const failed = found.filter(({ state }) => state === "bad").length;
  return {
    exitCode: failed > 0 ? exitCodes.findings : exitCodes.ok,
    result: found.map((checkup) => line(checkup, context)).join(""),
    data: { checkups: found },
  };
}

function line({ name, state, detail, fix }: Checkup, { out }: Context): string {
  const mark = { good: out.green("ok  "), doubtful: out.yellow("warn"), bad: out.red("FAIL") }[state];
  const help = fix === undefined ? "" : `        ${out.green("help:")} ${fix}\n`;
  return `  ${mark}  ${out.bold(name)}: ${detail}\n${help}`;
}
