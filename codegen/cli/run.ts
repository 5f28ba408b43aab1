import { relative } from "node:path";
import { type Command, CommanderError } from "commander";
import { isRefusal, knownReason, remedyOf } from "../5-write/disk.js";
import { suggest } from "../diagnostics/suggest.js";
import type { Act } from "./command.js";
import { formats, type GlobalOptions, makeContext } from "./context.js";
import { type ExitCode, exitCodes } from "./exit-codes.js";
import { presentFailure } from "./failure.js";
import type { CliIo } from "./io.js";
import { present } from "./outcome.js";
import { makeProgram } from "./program.js";
import { UsageError } from "./usage-error.js";

/**
 * Runs one command line (without the names of node and of the script) and gives its exit code. Never rejects: what
 * goes wrong is written to `io.stderr`.
 */
export async function run(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.ok;
  const act: Act = async (command, work, known = formats) => {
    const context = makeContext(io, command.optsWithGlobals<GlobalOptions>(), known);
    const outcome = await work(context);
    await present(outcome, context);
    exitCode = outcome.exitCode;
  };
  const program = makeProgram(io, act);
  try {
    if (argv.length === 0) {
      program.outputHelp({ error: true });
      return exitCodes.misuse;
    }
    refuseHelpOfNothing(program, argv);
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    return await explainFailure(error, program, argv, io);
  }
}

/** Commander would show the whole help, as if nothing had been asked for. */
function refuseHelpOfNothing({ commands }: Command, [first, asked]: readonly string[]): void {
  const known = commands.map((command) => command.name());
  if (first !== "help" || asked === undefined || asked.startsWith("-") || known.includes(asked)) return;
  const near = suggest(asked, known);
  throw new UsageError(`unknown command \`${asked}\``, near === undefined ? undefined : `did you mean \`${near}\`?`);
}

async function explainFailure(error: unknown, program: Command, argv: readonly string[], io: CliIo): Promise<ExitCode> {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.ok;
    // Options alone: the help has been shown already, as if somebody had asked for it.
    const message = error.code === "commander.help" ? "no command is named" : asOurs(error.message);
    const help =
      helpIn(error.message) ??
      commandLike(error.message, program) ??
      watchLike(error.message) ??
      whereToRead(program, argv);
    return presentFailure(exitCodes.misuse, { message, help }, argv, io);
  }
  const refused = error instanceof UsageError ? error : refusedByFileSystem(error, io.cwd);
  if (refused === undefined) return bug(error, argv, io);
  const { message, help } = refused;
  return presentFailure(exitCodes.misuse, { message, help }, argv, io);
}

/** What others call our commands. */
const otherNames: Readonly<Record<string, string>> = {
  build: "generate",
  create: "init",
  dev: "generate --watch",
  lint: "validate",
  new: "init",
  test: "check",
  watch: "generate --watch",
};

/** Only one command watches, and it looks at all that the others look at, but for types. */
function watchLike(message: string): string | undefined {
  if (!/unknown option '(?:--watch|-w)'/.test(message)) return undefined;
  return "run `ecsgen generate --watch`, which validates after every change";
}

/** The command that an unknown one begins or stands for elsewhere. */
function commandLike(message: string, { commands }: Command): string | undefined {
  const asked = /unknown command '([^']+)'/.exec(message)?.[1];
  if (asked === undefined) return undefined;
  const known = commands.map((command) => command.name());
  const meant = known.find((name) => name.startsWith(asked)) ?? otherNames[asked];
  return meant === undefined ? undefined : `did you mean \`${meant}\`?`;
}

/** The help of the command that was meant, if one was named. */
function whereToRead({ commands }: Command, argv: readonly string[]): string {
  const named = commands.map((command) => command.name()).find((name) => argv.includes(name));
  return named === undefined ? "run `ecsgen --help`" : `run \`ecsgen ${named} --help\``;
}

function bug(error: unknown, argv: readonly string[], io: CliIo): Promise<ExitCode> {
  const message = error instanceof Error ? error.message : String(error);
  const isDebugged = (io.env["ECSGEN_DEBUG"] ?? "") !== "";
  const stack = error instanceof Error && error.stack !== undefined ? error.stack : message;
  const help = "run it again with ECSGEN_DEBUG=1 and report what it prints";
  return presentFailure(exitCodes.bug, isDebugged ? { message, stack } : { message, help }, argv, io);
}

/** `error: unknown option '--cheque'\n(Did you mean --check?)` in our own form. */
function asOurs(message: string): string {
  const [first = ""] = message.split("\n");
  return first
    .replace(/^error: /, "")
    .replace(/'([^']*)'/g, "`$1`")
    .replace(". Expected", ": expected")
    .replace(/\.$/, "");
}

function helpIn(message: string): string | undefined {
  const found = /\(Did you mean (?:one of )?(.*?)\?\)/s.exec(message)?.[1];
  return found === undefined
    ? undefined
    : `did you mean ${found
        .split(", ")
        .map((word) => `\`${word}\``)
        .join(" or ")}?`;
}

/** A refusal by the file system is nobody's bug; undefined for anything else. */
function refusedByFileSystem(error: unknown, cwd: string): { message: string; help: string } | undefined {
  const reason = isRefusal(error) ? knownReason(error) : undefined;
  if (!isRefusal(error) || reason === undefined) return undefined;
  const path = relative(cwd, error.path ?? "").replaceAll("\\", "/");
  const message = `\`${path === "" ? "." : path}\` cannot be used: ${reason}`;
  return { message, help: remedyOf(error) ?? "check what is there, and who may read and write it" };
}
