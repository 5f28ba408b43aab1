import type { CallPlan } from "../model/plan.js";
import type { PhasePlan, RunPlan, SchedulePlan, SetConditionPlan } from "../model/schedule-plan.js";
import { memberStarts, memberTypes, printCall, printSystem } from "./calls.js";
import { allOf, doc, guarded, quoted } from "./print/constructs.js";
import { code, lines, paragraphs, type Layout } from "./print/layout.js";
import { SourceFile, type FileLayout } from "./print/source-file.js";

/** What a step runs, as straight-line code. */
export function emitSchedule({ file: path, phases }: SchedulePlan): FileLayout {
  const all = phases.flatMap(({ runs }) => runs);
  const locals = all.flatMap(({ asks }) => asks.map(({ local }) => local));
  const file = new SourceFile(path, ["Schedule", "world", ...locals]);
  const world = file.type("World", "ecsgen/runtime");
  const calls = all.flatMap(callsOf);
  return file.finish(code`
/** What a step of this app runs, in order. */
export class Schedule {
  readonly world: ${world};
  ${lines(calls.flatMap((call) => memberTypes(call, file)))}

  constructor(world: ${world}) {
    this.world = world;
    ${lines(calls.flatMap((call) => memberStarts(call, file)))}
  }

  /** Runs what stands in a phase. */
  ${switchOf(phases)}

  ${paragraphs(phases.map((phase) => printPhase(phase, file)))}
}
`);
}

function switchOf(phases: readonly PhasePlan[]): Layout {
  if (phases.length === 0) return "run(): void {}";
  return code`
run(phase: string): void {
  switch (phase) {
    ${lines(phases.flatMap(({ name, method }) => [`case ${quoted(name)}:`, `  return this.${method}();`]))}
  }
}
`;
}

function printPhase({ method, doc: text, runs }: PhasePlan, file: SourceFile): Layout {
  return code`
${doc(text)}
${method}(): void {
  const world = this.world;
  ${lines(runs.map((run) => printRun(run, file)))}
}
`;
}

function printRun(run: RunPlan, file: SourceFile): Layout {
  const { name, reason, call, asks, sets, condition } = run;
  const tests = [...sets, ...(condition === undefined ? [] : [printCall(condition, "world", file)])];
  const system = [printSystem(name, call, "world", file), ";"];
  return code`
${lines(asks.map((ask) => printAsk(ask, file)))}
// ${reason}
${tests.length === 0 ? system : guarded(allOf(tests), system)}
`;
}

function printAsk({ set, local, condition }: SetConditionPlan, file: SourceFile): Layout {
  return code`
// whether set \`${set}\` runs
const ${local} = ${printCall(condition, "world", file)};
`;
}

/** All calls of a line. */
function callsOf({ call, asks, condition }: RunPlan): CallPlan[] {
  return [...asks.map((ask) => ask.condition), ...(condition === undefined ? [] : [condition]), call];
}
