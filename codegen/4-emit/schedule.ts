import type { GeneratedFile } from "../model/generated-file.js";
import type { RunPlan, SchedulePlan } from "../model/plan.js";
import { memberStarts, memberTypes, printSystem } from "./calls.js";
import { code, lines, type Layout } from "./print/layout.js";
import { SourceFile } from "./print/source-file.js";

/** What a step runs, as straight-line code. */
export function emitSchedule(plan: SchedulePlan): GeneratedFile {
  const file = new SourceFile(plan.file, ["Schedule", "world"]);
  const world = file.type("World", "ecsgen/runtime");
  const all = [...plan.fixedUpdate, ...plan.update];
  return file.finish(code`
/** What a step of this app runs, in order. */
export class Schedule {
  readonly world: ${world};
  ${lines(all.flatMap(({ call }) => memberTypes(call, file)))}

  constructor(world: ${world}) {
    this.world = world;
    ${lines(all.flatMap(({ call }) => memberStarts(call, file)))}
  }

  /** Runs as often as the fixed step fits into the time that passed. */
  ${phase("fixedUpdate", plan.fixedUpdate, file)}

  /** Runs once a step. */
  ${phase("update", plan.update, file)}
}
`);
}

function phase(name: string, runs: readonly RunPlan[], file: SourceFile): Layout {
  if (runs.length === 0) return `${name}(): void {}`;
  return code`
${name}(): void {
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
