import type { GenerateResult, WatchResult } from "../../api/results.js";
import { countFindings, plural, summaryLine } from "../../diagnostics/render/summary.js";
import type { WriteMode } from "../../model/write-result.js";
import { type AddCommand, examples } from "../command.js";
import type { Context } from "../context.js";
import { choiceLines } from "../choice-lines.js";
import { exitCodes } from "../exit-codes.js";
import { type Outcome, present } from "../outcome.js";
import { makeProgress } from "../progress.js";
import { UsageError } from "../usage-error.js";

interface Options {
  readonly watch?: boolean;
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly allowStubs?: boolean;
}

const description = `Makes the SDK: reads the schemas and writes generated/.

Files that are up to date are not touched, files you wrote are never overwritten,
and after an error nothing is written at all. Commit what it makes.`;

/** `ecsgen generate` */
export const addGenerate: AddCommand = (program, act) => {
  program
    .command("generate")
    .summary("make the SDK: read the schemas, write generated/")
    .description(description)
    .option("-w, --watch", "validate and write again after every change, until Ctrl-C")
    .option("--check", "write nothing, and fail with exit code 4 when something is stale")
    .option("--dry-run", "write nothing, and show what would change as a diff")
    .option("--force", "overwrite generated files that were edited by hand")
    .option("--allow-stubs", "count functions that are still stubs, to have tokens to write them with")
    .addHelpText(
      "after",
      examples(
        ["ecsgen generate", "bring generated/ up to date"],
        ["ecsgen generate --watch", "and keep it so while you write"],
        ["ecsgen generate --dry-run", "what would change?"],
        ["ecsgen generate --check", "for a build server: is it committed?"],
        ["ecsgen generate --allow-stubs", "after `ecsgen scaffold`, before you write"],
      ),
    )
    .action((options: Options, command) => act(command, (context) => generateOrWatch(options, context)));
};

async function generateOrWatch(options: Options, context: Context): Promise<Outcome> {
  refuseContradictions(options);
  if (options.watch === true) return watchProject(options, context);
  const { generate } = await import("../../api/generate.js");
  const mode: WriteMode = options.check === true ? "check" : options.dryRun === true ? "dry-run" : "write";
  const progress = makeProgress(context);
  try {
    const { force = false, allowStubs = false } = options;
    const result = await generate(context.root, { mode, force, allowStubs, onStage: progress.onStage });
    const { summary, ...outcome } = outcomeOf(result, mode, context);
    return summary === undefined ? outcome : { ...outcome, summary: choiceLines(result.choices) + summary };
  } finally {
    progress.done();
  }
}

function refuseContradictions(options: Options): void {
  const chosen = [options.watch && "--watch", options.check && "--check", options.dryRun && "--dry-run"];
  const names = chosen.filter((name) => typeof name === "string");
  if (names.length > 1) {
    throw new UsageError(`${names.map((name) => `\`${name}\``).join(" and ")} exclude each other`, "give one of them");
  }
  if (options.allowStubs === true && options.check === true) {
    throw new UsageError("`--check` takes no stub for a function", "leave out one of `--check` and `--allow-stubs`");
  }
  if (options.force === true && options.check === true) {
    throw new UsageError("`--check` writes nothing to force", "leave out one of `--check` and `--force`");
  }
}

async function watchProject(options: Options, context: Context): Promise<Outcome> {
  const { watch } = await import("../../api/watch.js");
  const signal = context.io.interrupted();
  // Rounds are presented one after the other, whatever a presentation waits for.
  let presented = Promise.resolve();
  let former: WatchResult | undefined;
  const onResult = (result: WatchResult): void => {
    const outcome = watchOutcome(result, former, context);
    former = result;
    presented = presented.then(() => present(outcome, context));
  };
  const { force = false, allowStubs = false } = options;
  await watch(context.root, onResult, { signal, force, allowStubs });
  await presented;
  return { exitCode: exitCodes.ok };
}

function watchOutcome(result: WatchResult, former: WatchResult | undefined, context: Context): Outcome {
  const outcome = outcomeOf(result, "write", context);
  const cause = result.cause.length === 0 ? "watching, Ctrl-C ends it" : `after ${listed(result.cause)}`;
  const done = outcome.summary?.trimEnd() ?? context.out.red("not written");
  // What was shown before still stands above.
  const { diagnostics = [], choices = [] } = former ?? {};
  const mended =
    result.diagnostics.length === 0 && diagnostics.length > 0
      ? `, ${summaryLine(countFindings(diagnostics))} mended`
      : "";
  const lines = choiceLines(result.choices);
  const news = lines === choiceLines(choices) ? "" : lines;
  const times = context.out.dim(`(${Math.round(result.milliseconds)} ms, ${cause})`);
  return { ...outcome, summary: `${news}${done}${mended} ${times}\n` };
}

function listed(files: readonly string[]): string {
  const [first = ""] = files;
  return files.length === 1 ? first : `${first} and ${files.length - 1} more`;
}

/** What a run comes to. */
function outcomeOf(result: GenerateResult, mode: WriteMode, context: Context): Outcome {
  const { created, changed, removed, unchanged, diagnostics } = result;
  const stale = created.length + changed.length + removed.length > 0;
  const data = { created, changed, removed, ...(mode === "dry-run" ? { diff: result.diff } : {}) };
  if (countFindings(diagnostics).errors > 0) {
    const onlyStale = diagnostics.every(({ code, severity }) => severity === "warning" || code === "ECS5009");
    return { exitCode: onlyStale ? exitCodes.stale : exitCodes.findings, diagnostics, data };
  }
  const summary = `${changes(result, mode)}, ${unchanged.length} unchanged\n`;
  const upToDate = `${context.out.green("up to date")}: ${plural(unchanged.length, "file")}\n`;
  const shown = mode === "dry-run" && result.diff !== "" ? { result: withColor(result.diff, context) } : {};
  return { exitCode: exitCodes.ok, diagnostics, data, summary: stale ? summary : upToDate, ...shown };
}

function changes(result: GenerateResult, mode: WriteMode): string {
  const counts: readonly (readonly [number, string])[] = [
    [result.created.length, "created"],
    [result.changed.length, "changed"],
    [result.removed.length, "removed"],
  ];
  const text = counts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])).join(", ");
  return mode === "dry-run" ? `would be: ${text}` : text;
}

function withColor(diff: string, { out }: Context): string {
  return diff
    .split("\n")
    .map((line) => {
      if (line.startsWith("+++") || line.startsWith("---")) return out.bold(line);
      if (line.startsWith("+")) return out.green(line);
      return line.startsWith("-") ? out.red(line) : line;
    })
    .join("\n");
}
