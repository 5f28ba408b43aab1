import type { PhasePlan, RunPlan, SchedulePlan } from "../model/plan.js";
import { memberStarts, memberTypes, printSystem } from "./calls.js";
import { doc, quoted } from "./print/constructs.js";
import { code, lines, paragraphs, type Layout } from "./print/layout.js";
import { SourceFile, type FileLayout } from "./print/source-file.js";

/** What a step runs, as straight-line code. */
export function emitSchedule({ file: path, phases }: SchedulePlan): FileLayout {
  const file = new SourceFile(path, ["Schedule", "world"]);
  const world = file.type("World", "ecsgen/runtime");
  const all = phases.flatMap(({ runs }) => runs);
  return file.finish(code`
/** What a step of this app runs, in order. */
export class Schedule {
  readonly world: ${world};
  ${lines(all.flatMap(({ call }) => memberTypes(call, file)))}

  constructor(world: ${world}) {
    this.world = world;
    ${lines(all.flatMap(({ call }) => memberStarts(call, file)))}
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

function printRun({ name, reason, call }: RunPlan, file: SourceFile): Layout {
  return code`
// ${reason}
${printSystem(name, call, "world", file)};
`;
}
