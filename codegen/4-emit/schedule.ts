import type { PhasePlan, RunPlan, SchedulePlan, SetConditionPlan } from "../model/schedule-plan.js";
import { memberStarts, memberTypes, printCall, printSystem } from "./calls.js";
import { allOf, array, doc, guarded, object, quoted } from "./print/constructs.js";
import { code, lines, paragraphs, type Inline, type Layout } from "./print/layout.js";
import { SourceFile, type FileLayout } from "./print/source-file.js";
import type { CallPlan } from "../model/call-plan.js";

/** What a step runs, as straight-line code. */
export function emitSchedule({ file: path, phases, sets }: SchedulePlan): FileLayout {
  const all = phases.flatMap(({ runs }) => runs);
  const locals = all.flatMap(({ asks }) => asks.map(({ local }) => local));
  const file = new SourceFile(path, ["Schedule", "lines", "sets", "on", "world", ...locals]);
  const world = file.type("World", "ecsgen/runtime");
  const calls = all.flatMap(callsOf);
  const base = file.value("Schedule", "ecsgen/runtime");
  const names = [`(typeof lines)[number]["name"]`, ...(sets.length === 0 ? [] : ["(typeof sets)[number]"])];
  return file.finish(code`
/** What is switched on and off by its name. */
const lines = ${linesOf(phases)} as const;
${sets.length === 0 ? undefined : ["const sets = ", array(sets.map(quoted)), " as const;"]}

/** What a step of this app runs, in order. */
export class Schedule extends ${base}<${names.join(" | ")}> {
  readonly world: ${world};
  ${lines(calls.flatMap((call) => memberTypes(call, file)))}

  constructor(world: ${world}) {
    super(lines${sets.length === 0 ? "" : ", sets"});
    this.world = world;
    ${lines(calls.flatMap((call) => memberStarts(call, file)))}
  }

  /** Runs what stands in a phase. */
  ${switchOf(phases)}

  ${paragraphs(phases.map((phase) => printPhase(phase, file)))}
}
`);
}

function linesOf(phases: readonly PhasePlan[]): Inline {
  const all = phases.flatMap((phase) =>
    phase.runs.map(({ name, members }) =>
      object([`name: ${quoted(name)}`, `phase: ${quoted(phase.name)}`, ["sets: ", array(members.map(quoted))]]),
    ),
  );
  return array(all, { broken: all.length > 1 });
}

function switchOf(phases: readonly PhasePlan[]): Layout {
  if (phases.length === 0) return "override run(): void {}";
  return code`
override run(phase: string): void {
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
  const { world, on } = this;
  ${lines(runs.map((run) => printRun(run, file)))}
}
`;
}

function printRun(run: RunPlan, file: SourceFile): Layout {
  const { name, reason, sync, index, call, asks, sets, condition } = run;
  const tests = [`on[${index}]`, ...sets, ...(condition === undefined ? [] : [printCall(condition, "world", file)])];
  const system = [printSystem(name, call, "world", file), ";"];
  return code`
${sync === undefined ? undefined : [`// sync point: ${sync}`]}
${sync === undefined ? undefined : ["world.runs.sync();"]}
${lines(asks.map((ask) => printAsk(ask, file)))}
// ${reason}
${guarded(allOf(tests), system)}
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
