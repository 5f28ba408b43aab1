import type { CodeEntry } from "../../diagnostics/code-entry.js";
import { type AddCommand, examples } from "../command.js";
import type { Context } from "../context.js";
import { exitCodes } from "../exit-codes.js";
import type { Outcome } from "../outcome.js";
import { suggestion } from "../../diagnostics/suggest.js";
import { UsageError } from "../usage-error.js";

const description = `Says what a finding means and how to mend it, with the smallest source that has it;
without a code it lists all of them.

Of a function it says how it is run (in a loop, with columns in place of its components; by a
call with cursors, and then the first thing that keeps it from the faster form; once), and what
it reads, writes and changes.`;

/** `ecsgen explain` */
export const addExplain: AddCommand = (program, act) => {
  program
    .command("explain")
    .summary("say what a finding means, or how a function runs")
    .description(description)
    .argument("[what]", "a code such as ECS5001, or a function such as motion.integration.integrate")
    .addHelpText(
      "after",
      examples(
        ["ecsgen explain", "all codes"],
        ["ecsgen explain ECS5001", "one of them, with an example"],
        ["ecsgen explain integrate", "how a function is run, why not faster, and what it touches"],
      ),
    )
    .action((what: string | undefined, _options: object, command) =>
      act(command, async (context) => {
        if (what === undefined || isCode(what)) return explain(await loadCatalogue(), what, context);
        return (await import("./explain-function.js")).explainFunction(what, context);
      }),
    );
};

/** `ECS5001`, `5001`, and what was meant to be one. */
function isCode(what: string): boolean {
  return /^(?:ecs)?-?\d+$/i.test(what) || /^ecs/i.test(what);
}

type Entries = Readonly<Record<string, CodeEntry>>;

async function loadCatalogue(): Promise<Entries> {
  return (await import("../../diagnostics/catalogue.js")).catalogue;
}

function explain(catalogue: Entries, code: string | undefined, context: Context): Outcome {
  return code === undefined ? listAll(catalogue, context) : explainOne(catalogue, code, context);
}

function listAll(catalogue: Entries, { out }: Context): Outcome {
  const entries = Object.entries(catalogue).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = entries.map(([code, { severity, title }]) => {
    const paint = severity === "error" ? out.red : out.yellow;
    return `${paint(code)}  ${title}${severity === "warning" ? out.dim(" (warning)") : ""}\n`;
  });
  const data = { codes: entries.map(([code, { severity, title }]) => ({ code, severity, title })) };
  return { exitCode: exitCodes.ok, result: lines.join(""), data };
}

function explainOne(catalogue: Entries, asked: string, { out }: Context): Outcome {
  const code = asked.toUpperCase().replace(/^(\d)/, "ECS$1");
  const entry = catalogue[code];
  if (entry === undefined) throw unknownCode(catalogue, asked);
  const paint = entry.severity === "error" ? out.red : out.yellow;
  const result = [
    `${out.bold(paint(`${entry.severity} ${code}`))}: ${out.bold(entry.title)}`,
    wrapped(entry.explanation, 80),
    `${out.red("wrong:")}\n${indented(entry.wrong)}`,
    `${out.green("right:")}\n${indented(entry.right)}`,
  ].join("\n\n");
  return { exitCode: exitCodes.ok, result: `${result}\n`, data: { code, ...entry } };
}

function unknownCode(catalogue: Entries, code: string): UsageError {
  const near = suggestion(code, Object.keys(catalogue));
  const help = near.startsWith("did you mean") ? near : "run `ecsgen explain` for a list of all codes";
  return new UsageError(`there is no code \`${code}\``, help);
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}

/** Breaks every paragraph into lines of at most `width` characters. */
function wrapped(text: string, width: number): string {
  return text
    .split("\n")
    .map((paragraph) => wrapLine(paragraph, width))
    .join("\n");
}

function wrapLine(paragraph: string, width: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join("\n");
}
