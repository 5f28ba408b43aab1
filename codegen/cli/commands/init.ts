import { existsSync, statSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { uninterrupted } from "../../5-write/uninterrupted.js";
import { type AddCommand, examples } from "../command.js";
import type { Context } from "../context.js";
import { exitCodes } from "../exit-codes.js";
import type { Outcome } from "../outcome.js";
import { UsageError } from "../usage-error.js";
import { writeAll } from "../write-all.js";

const description = `Makes a project that runs at once: one schema, one function, an app that runs it.

Without a folder it is made where you are. Files that exist are never overwritten.`;

/** `ecsgen init` */
export const addInit: AddCommand = (program, act) => {
  program
    .command("init")
    .summary("make a small project that runs at once")
    .description(description)
    .argument("[folder]", "where to make it; it is created when missing", ".")
    .addHelpText("after", examples(["ecsgen init my-game", "then: cd my-game && npm install && npm start"]))
    .action((folder: string, _options: object, command) => act(command, (context) => init(folder, context)));
};

async function init(folder: string, context: Context): Promise<Outcome> {
  const { projectFiles } = await import("../init/templates.js");
  const { packageVersion } = await import("../package-info.js");
  if (folder === "") throw new UsageError("the folder has no name", "name one, such as `ecsgen init my-game`");
  const target = resolve(context.root, folder);
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new UsageError(`\`${folder}\` is not a folder`, "name a folder, which is made when it is missing");
  }
  const files = projectFiles(packageName(basename(target)), packageVersion());
  const existing = files.map(({ path }) => path).filter((path) => existsSync(join(target, path)));
  if (existing.length > 0) throw wouldOverwrite(existing);
  await uninterrupted(() =>
    writeAll(files.map(({ path, text }) => ({ path: join(target, path), text, created: true }))),
  );
  const shown = relative(context.io.cwd, target) || ".";
  return {
    exitCode: exitCodes.ok,
    summary: nextSteps(
      shown,
      files.map(({ path }) => path),
      context,
    ),
    data: { folder: shown, files: files.map(({ path }) => path) },
  };
}

function wouldOverwrite(existing: readonly string[]): UsageError {
  const names = existing.map((path) => `\`${path}\``).join(", ");
  return new UsageError(
    `${names} would be overwritten`,
    "name a folder of its own, such as `ecsgen init my-game`, or move what is in the way",
  );
}

/** A folder's name as npm accepts it. */
function packageName(folder: string): string {
  const name = folder
    .normalize("NFKD") // letters without their accents
    .replace(/\p{Mark}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+|-+$/g, "");
  // A package cannot depend on one of its own name.
  return name === "" || name === "ecsgen" ? "my-game" : name;
}

function nextSteps(folder: string, files: readonly string[], { out }: Context): string {
  const list = files.map((path) => `  ${out.green("+")} ${path}`).join("\n");
  const enter = folder === "." ? [] : [`  cd ${/\s/.test(folder) ? JSON.stringify(folder) : folder}`];
  const steps = [...enter, "  npm install", "  npm start"].join("\n");
  const further = `Then change schema.ts and movement.ts, and run npm start again.`;
  return `${list}\n\n${out.bold("Next:")}\n${steps}\n\n${further}\n`;
}
