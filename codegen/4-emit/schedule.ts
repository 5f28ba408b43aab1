import type { CallPlan } from "../model/call-plan.js";
import type { GeneratedFile } from "../model/generated-file.js";
import type { ImportEnding } from "../model/import-ending.js";
import type { PhasePlan, RunPlan, SchedulePlan, SetConditionPlan } from "../model/schedule-plan.js";
import { memberStarts, memberTypes, printCall, printSystem } from "./calls.js";
import { allOf, array, guarded, object, quoted } from "./print/constructs.js";
import type { Inline } from "./print/layout.js";
import { SourceFile } from "./print/source-file.js";
import { docLines, textArray, textLine, textLines, textOfAll } from "./print/text.js";

/** What a step runs, as straight-line code. */
export function emitSchedule({ file: path, phases, sets }: SchedulePlan, ending: ImportEnding): GeneratedFile {
  const all = phases.flatMap(({ runs }) => runs);
  const locals = all.flatMap(({ asks }) => asks.map(({ local }) => local));
  const file = new SourceFile(path, ["Schedule", "lines", "sets", "on", "world", ...locals], ending);
  const world = file.type("World", "ecsgen/runtime");
  const calls = all.flatMap(callsOf);
  const base = file.value("Schedule", "ecsgen/runtime");
  const names = [`(typeof lines)[number]["name"]`, ...(sets.length === 0 ? [] : ["(typeof sets)[number]"])];
  const types = textOfAll(calls, (of) => textLines("  ", memberTypes(of, file)));
  const starts = textOfAll(calls, (of) => textOfAll(memberStarts(of, file), (start) => textLine("    ", start)));
  const named = sets.length > 0 && textArray("", "const sets = ", sets.map(quoted), " as const;");
  return file.finish([
    `/** What is switched on and off by its name. */
${textLine("", ["const lines = ", linesOf(phases)], " as const;")}${named || ""}`,
    `/** What a step of this app runs, in order. */
export class Schedule extends ${base}<${names.join(" | ")}> {
  readonly world: ${world};
${types}
  constructor(world: ${world}) {
    super(lines${sets.length === 0 ? "" : ", sets"});
    this.world = world;
${starts}  }

  /** Runs what stands in a phase. */
${switchOf(phases)}${textOfAll(phases, (phase) => printPhase(phase, file))}}
`,
  ]);
}

function linesOf(phases: readonly PhasePlan[]): Inline {
  const all = phases.flatMap((phase) =>
    phase.runs.map(({ name, members }) =>
      object([`name: ${quoted(name)}`, `phase: ${quoted(phase.name)}`, ["sets: ", array(members.map(quoted))]]),
    ),
  );
  return array(all, { broken: all.length > 1 });
}

function switchOf(phases: readonly PhasePlan[]): string {
  if (phases.length === 0) return "  override run(): void {}\n";
  return `  override run(phase: string): void {
    switch (phase) {
${textOfAll(phases, ({ name, method }) => `      case ${quoted(name)}:\n        return this.${method}();\n`)}    }
  }
`;
}

/** Behind a blank line. */
function printPhase({ method, doc, runs }: PhasePlan, file: SourceFile): string {
  return `
${docLines("  ", doc)}  ${method}(): void {
    const { world, on } = this;
${textOfAll(runs, (run) => printRun(run, file))}  }
`;
}

function printRun(run: RunPlan, file: SourceFile): string {
  const { name, reason, sync, index, call, asks, sets, condition } = run;
  const tests = [`on[${index}]`, ...sets, ...(condition === undefined ? [] : [printCall(condition, "world", file)])];
  const system = [printSystem(name, call, "world", file), ";"];
  const synced = sync === undefined ? "" : `    // sync point: ${sync}\n    world.runs.sync();\n`;
  return `${synced}${textOfAll(asks, (ask) => printAsk(ask, file))}    // ${reason}
${textLine("    ", guarded(allOf(tests), system))}`;
}

function printAsk({ set, local, condition }: SetConditionPlan, file: SourceFile): string {
  return `    // whether set \`${set}\` runs
${textLine("    ", [`const ${local} = `, printCall(condition, "world", file)], ";")}`;
}

/** All calls of a line. */
function callsOf({ call, asks, condition }: RunPlan): CallPlan[] {
  return [...asks.map((ask) => ask.condition), ...(condition === undefined ? [] : [condition]), call];
}
