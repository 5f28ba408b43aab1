import { renderGithubFailure } from "../diagnostics/render/github.js";
import { paletteFor, wantsColor } from "./color.js";
import { type Format, formats } from "./context.js";
import { type ExitCode, exitCodes } from "./exit-codes.js";
import type { CliIo } from "./io.js";

/** Why a command came to nothing, which is no finding about a project. */
export interface Failure {
  readonly message: string;
  /** What to do, as an action. */
  readonly help?: string | undefined;
  /** Of a bug, for whoever mends it. */
  readonly stack?: string | undefined;
}

/** Says why a command came to nothing, in the form that was asked for; gives its exit code back. */
export async function presentFailure(
  exitCode: ExitCode,
  failure: Failure,
  argv: readonly string[],
  io: CliIo,
): Promise<ExitCode> {
  const format = askedFormat(argv);
  if (format === "json") io.stdout.write(await asJson(exitCode, failure));
  else if (format === "github") io.stdout.write(renderGithubFailure(failure.message, failure.help));
  else {
    // A log goes into a file, and says nothing to whoever is there.
    if (format === "sarif") io.stdout.write(await asSarif(exitCode, failure));
    io.stderr.write(asText(exitCode, failure, argv, io));
  }
  return exitCode;
}

/** Also where other options could not be read. */
function askedFormat(argv: readonly string[]): Format | undefined {
  const named = argv.map((word, index) => (argv[index - 1] === "--format" ? word : word.replace(/^--format=/, "")));
  return formats.find((format) =>
    argv.some((word, index) => named[index] === format && (word !== format || argv[index - 1] === "--format")),
  );
}

/** A report without findings. */
async function asJson(exitCode: ExitCode, { message, help, stack }: Failure): Promise<string> {
  const { renderJson } = await import("../diagnostics/render/json.js");
  const failure = stack === undefined ? { message, help: help ?? null } : { message, stack };
  return renderJson([], { exitCode, failure });
}

/** A log of a run that did not come to its end. */
async function asSarif(exitCode: ExitCode, { message }: Failure): Promise<string> {
  const { renderSarif } = await import("../diagnostics/render/sarif.js");
  const { packageVersion } = await import("./package-info.js");
  const options = { showPath: (file: string) => file, sources: () => undefined, rules: {}, version: packageVersion() };
  return renderSarif([], { ...options, failure: { exitCode, message } });
}

function asText(exitCode: ExitCode, { message, help, stack }: Failure, argv: readonly string[], io: CliIo): string {
  // The options may be what could not be read, so only their text is looked at.
  const palette = paletteFor(wantsColor(io.stderr, io.env, argv.includes("--no-color")));
  const title = exitCode === exitCodes.bug ? "this is a bug in ecsgen" : "error";
  const more = stack ?? (help === undefined ? undefined : `  ${palette.green("help:")} ${help}`);
  return `${palette.bold(palette.red(title))}: ${message}\n${more === undefined ? "" : `${more}\n`}`;
}
