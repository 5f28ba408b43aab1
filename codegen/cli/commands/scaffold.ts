import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { uninterrupted } from "../../5-write/uninterrupted.js";
import type { ScaffoldedFile, ScaffoldTask } from "../../scaffold/scaffold-module.js";
import { type AddCommand, examples } from "../command.js";
import type { Context } from "../context.js";
import { exitCodes } from "../exit-codes.js";
import type { Outcome } from "../outcome.js";
import { UsageError } from "../usage-error.js";
import { writeAll } from "../write-all.js";

interface Options {
  readonly features?: string;
}

const description = `Writes the functions that a system module lacks, typed, with a body that throws until you write it.

Name a core to make a new module for it, in systems/<name> unless you say another folder.
Name a module to add what is missing to it: functions that are there, comments and
everything else in its files stay byte for byte. A stub does not count as coverage:
\`ecsgen validate\` names it until it is written.`;

/** `ecsgen scaffold` */
export const addScaffold: AddCommand = (program, act) => {
  program
    .command("scaffold")
    .summary("write typed stubs for what a system module lacks")
    .description(description)
    .argument("<core-or-module>", "a core, for a new module; or a module, to complete it")
    .argument("[folder]", "where the new module goes: a name below systems/, or a path")
    .option(
      "--features <names>",
      "these features, with commas between (default: those of the module, for a new one those the app asks for)",
    )
    .addHelpText(
      "after",
      examples(
        ["ecsgen scaffold motion verlet", "a module for the core `motion`, in systems/verlet/"],
        ["ecsgen scaffold verlet", "what does it lack? add it"],
        ["ecsgen scaffold verlet --features energy", "let it provide one more feature"],
      ),
    )
    .action((target: string, folder: string | undefined, options: Options, command) =>
      act(command, (context) => scaffold(target, folder, options, context)),
    );
};

async function scaffold(
  target: string,
  folder: string | undefined,
  options: Options,
  context: Context,
): Promise<Outcome> {
  const { readProject } = await import("../../1-read/read-project.js");
  const { diskHost } = await import("../../cache/disk-host.js");
  const { scaffoldTask } = await import("../../scaffold/scaffold-task.js");
  const { scaffoldModule } = await import("../../scaffold/scaffold-module.js");
  const { ScaffoldError } = await import("../../scaffold/scaffold-error.js");
  const { raw, diagnostics } = readProject(context.root.replaceAll("\\", "/"), diskHost());
  const read = (path: string): string | undefined => readIfThere(join(context.root, path));
  const features = options.features?.split(",").map((name) => name.trim());
  try {
    const task = scaffoldTask(raw, { target, folder, features }, read);
    const files = scaffoldModule(task, read);
    const texts = files.map(({ path, text, created }) => ({ path: join(context.root, path), text, created }));
    await uninterrupted(() => writeAll(texts));
    return done(files, task, context);
  } catch (error) {
    if (!(error instanceof ScaffoldError)) throw error;
    // What could not be read is often why a name was not found.
    if (diagnostics.some(({ severity }) => severity === "error")) {
      return { exitCode: exitCodes.findings, diagnostics, result: `${error.message}\n` };
    }
    throw new UsageError(error.message, error.help);
  }
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function done(
  files: readonly ScaffoldedFile[],
  { index, absent }: Pick<ScaffoldTask, "index" | "absent">,
  { out, showPath }: Context,
): Outcome {
  const data = { files: files.map(({ path, created, added }) => ({ path, created, added })), absent };
  const more =
    absent.length === 0
      ? ""
      : `The app asks for \`${absent.join("`, `")}\` as well, which it does not provide: \`--features ${absent.join(",")}\` adds that.\n`;
  if (files.length === 0) {
    return { exitCode: exitCodes.ok, data, summary: `nothing is missing in ${showPath(index)}\n${more}` };
  }
  const lines = files.flatMap(({ path, created, added }) => [
    `  ${created ? out.green("new  ") : out.yellow("added")} ${showPath(path)}`,
    ...added.map((name) => `          ${out.dim(name)}`),
  ]);
  const isNew = files.some(({ path, created }) => created && path === index);
  const use = isNew ? `Import ${showPath(index)} in ecsgen.config.ts and name it in \`systems\`.\n` : "";
  const next =
    "Write the functions that throw `NotImplemented`, and run `ecsgen generate`.\n" +
    "With `--allow-stubs` it makes the tokens that they need before they are written.";
  return { exitCode: exitCodes.ok, data, summary: `${lines.join("\n")}\n\n${use}${next}\n${more}` };
}
