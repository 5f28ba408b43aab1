import type { GeneratedFile } from "../model/generated-file.js";
import type { ImportEnding } from "../model/import-ending.js";
import type { PhasePlan, RunPlan, SetConditionPlan, ShufflePlan } from "../model/schedule-plan.js";
import { printCall, printSystem } from "./calls.js";
import { allOf, call, guarded } from "./print/constructs.js";
import type { Inline } from "./print/layout.js";
import { SourceFile } from "./print/source-file.js";
import { textLine, textOfAll } from "./print/text.js";

/** What a step runs, line by line, so that a test can run it in another order. */
export function emitShuffle({ file: path, world, phases }: ShufflePlan, ending: ImportEnding): GeneratedFile {
  const locals = phases.flatMap(({ runs }) => runs.flatMap(({ asks }) => asks.map(({ local }) => local)));
  const file = new SourceFile(path, ["shuffle", "seed", "schedule", "lines", "world", ...locals], ending);
  const type = file.type(world.name, world.from);
  const shuffle = file.value("LineShuffle", "ecsgen/runtime");
  return file.finish([
    `/**
 * Lets a world run each phase in any order that its lines allow: another one in every step, which the seed decides. For tests:
 * whatever the order is, the state of the world is the same.
 */
export function shuffle(world: ${type}, seed: number): void {
  const { schedule } = world;
  const lines = new ${shuffle}(seed, () => world.runs.sync());
${phases.map((phase) => printPhase(phase, file)).join("\n")}}
`,
  ]);
}

function printPhase({ method, runs }: PhasePlan, file: SourceFile): string {
  const asks = runs.flatMap((run) => run.asks);
  return `  schedule.${method} = function () {
${textOfAll(asks, (ask) => printAsk(ask, file))}${textOfAll(runs, (run) => printLine(run, file))}    lines.run();
  };
`;
}

function printAsk({ local, condition }: SetConditionPlan, file: SourceFile): string {
  return `    const ${local} = lines.once(() => {
${textLine("      ", ["return ", printCall(condition, "world", file)], ";")}    });
`;
}

function printLine(run: RunPlan, file: SourceFile): string {
  const { name, index, waitsFor, call: called, condition } = run;
  const tests = [
    ...answersOf(run),
    `this.$runs(${index})`,
    ...(condition ? [printCall(condition, "world", file)] : []),
  ];
  const after = waitsFor.length > 0 && textLine("    ", call("lines.after", waitsFor.map(String)), ";");
  return `${after || ""}    lines.add(() => {
${textLine("      ", guarded(allOf(tests), [printSystem(name, called, "world", file), ";"]))}    });
`;
}

/** All sets are asked, whatever the first of them says. */
function answersOf({ sets }: RunPlan): Inline[] {
  const answers = sets.map((set) => `${set}()`);
  return answers.length < 2 ? answers : [`[${answers.join(", ")}].every(Boolean)`];
}
