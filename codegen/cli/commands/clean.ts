import { existsSync } from "node:fs";
import { join } from "node:path";
import { uninterrupted } from "../../5-write/uninterrupted.js";
import { plural } from "../../diagnostics/render/summary.js";
import type { Cleaning } from "../clean/clean-output.js";
import { type AddCommand, examples } from "../command.js";
import type { Context } from "../context.js";
import { exitCodes } from "../exit-codes.js";
import type { Outcome } from "../outcome.js";
import { UsageError } from "../usage-error.js";

interface Options {
  readonly dryRun?: boolean;
}

const description = `Removes what ecsgen wrote: the files that its manifest lists and that are still as it wrote them.

Files of your own in the same folder stay, and so do generated files that were edited by hand.`;

/** `ecsgen clean` */
export const addClean: AddCommand = (program, act) => {
  program
    .command("clean")
    .summary("remove what ecsgen wrote, and nothing else")
    .description(description)
    .option("--dry-run", "remove nothing, and list what would go")
    .addHelpText("after", examples(["ecsgen clean --dry-run", "what would go?"], ["ecsgen clean", "remove it"]))
    .action((options: Options, command) => act(command, (context) => clean(options.dryRun === true, context)));
};

async function clean(dryRun: boolean, context: Context): Promise<Outcome> {
  const { outputFolder } = await import("../output-folder.js");
  const { cleanOutput } = await import("../clean/clean-output.js");
  const output = outputFolder(context.root);
  if (!existsSync(join(context.root, "ecsgen.config.ts")) && !existsSync(join(context.root, output))) {
    const { whereElse } = await import("../../1-read/collect-files.js");
    const { diskHost } = await import("../../cache/disk-host.js");
    const help = whereElse(context.root.replaceAll("\\", "/"), diskHost()) ?? "name the project's folder with `--root`";
    throw new UsageError("there is no project here", help);
  }
  const cleaning = await uninterrupted(() => cleanOutput(context.root, output, dryRun));
  return {
    exitCode: exitCodes.ok,
    data: { ...cleaning },
    ...(dryRun ? { result: list(cleaning, context) } : {}),
    summary: summary(cleaning, dryRun, context),
  };
}

function list({ removed }: Cleaning, { showPath }: Context): string {
  return removed.map((path) => `${showPath(path)}\n`).join("");
}

function summary({ removed, kept }: Cleaning, dryRun: boolean, { out, showPath }: Context): string {
  const head = dryRun ? `would remove ${plural(removed.length, "file")}` : `removed ${plural(removed.length, "file")}`;
  const rest = kept.map((path) => `  ${out.yellow("kept")} ${showPath(path)}, which was edited by hand\n`);
  const help =
    kept.length === 0 ? "" : `  ${out.green("help:")} keep what you need of it elsewhere, and remove it by hand\n`;
  return `${head}\n${rest.join("")}${help}`;
}
