import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Context, Format } from "./context.js";
import type { ExitCode } from "./exit-codes.js";

/** What a command comes to, as data; `present` writes it. */
export interface Outcome {
  readonly exitCode: ExitCode;
  readonly diagnostics?: readonly Diagnostic[];
  /** The answer that was asked for, for a person; goes to stdout. */
  readonly result?: string;
  /** What was done, for a person; goes to stdout, and not with `--quiet`. */
  readonly summary?: string;
  /** What goes into the JSON form beside the findings. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Writes an outcome in the form that was asked for; the renderers of the others are not even loaded. */
export async function present(outcome: Outcome, context: Context): Promise<void> {
  const { format } = context;
  const { stdout } = context.io;
  const diagnostics = outcome.diagnostics ?? [];
  if (format === "json") {
    const { renderJson } = await import("../diagnostics/render/json.js");
    stdout.write(renderJson(diagnostics, { exitCode: outcome.exitCode, ...outcome.data }));
  } else if (format === "sarif") {
    stdout.write(await sarif(diagnostics, context));
  } else {
    await presentText(outcome, diagnostics, format, context);
  }
}

async function sarif(diagnostics: readonly Diagnostic[], context: Context): Promise<string> {
  const { renderSarif } = await import("../diagnostics/render/sarif.js");
  const { catalogue } = await import("../diagnostics/catalogue.js");
  const { packageVersion } = await import("./package-info.js");
  return renderSarif(diagnostics, { ...context, rules: catalogue, version: packageVersion() });
}

async function presentText(
  outcome: Outcome,
  diagnostics: readonly Diagnostic[],
  format: Format,
  context: Context,
): Promise<void> {
  const { stdout, stderr } = context.io;
  if (outcome.result !== undefined) stdout.write(outcome.result);
  if (diagnostics.length > 0) {
    if (format === "github") {
      const { renderGithub } = await import("../diagnostics/render/github.js");
      stdout.write(renderGithub(diagnostics, context.showPath, context.sources));
    } else {
      const { renderPretty } = await import("../diagnostics/render/pretty.js");
      stderr.write(renderPretty(diagnostics, { ...context, palette: context.err }));
    }
  }
  if (outcome.summary !== undefined && !context.quiet) stdout.write(outcome.summary);
}
