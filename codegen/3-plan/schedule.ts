import type { Checked } from "../model/checked.js";
import type { PhaseRuns } from "../model/phases.js";
import type { RunPlan, SchedulePlan, WorldPlan } from "../model/plan.js";
import type { ResolvedApp, ResolvedPhase, ResolvedRun } from "../model/resolution.js";
import { runCallable } from "./app.js";
import { planCall } from "./calls.js";
import type { Files } from "./layout-of-files.js";
import { Scope, joined } from "./names.js";

/** What a step runs, in order. */
export function planSchedule(app: ResolvedApp, checked: Checked, files: Files): SchedulePlan {
  const builtIn = app.phases.filter(({ declared }) => declared === undefined).map(({ name }) => name);
  const members = new Scope(["world", "run", ...builtIn]);
  const phases = app.phases.flatMap((phase) => {
    const { name } = phase;
    const runs = app.schedule.filter((run) => run.phase === name);
    if (runs.length === 0) return [];
    const method = phase.declared === undefined ? name : members.take(joined(...name.split(".")));
    return [{ name, method, doc: docOf(phase), runs }];
  });
  return {
    file: { path: files.at("schedule.ts"), source: "ecsgen.config.ts" },
    phases: phases.map((phase) => ({
      ...phase,
      runs: phase.runs.map((run) => planRun(run, checked, files, members)),
    })),
  };
}

/** All phases of a world, if some are not built in. */
export function planPhases({ phases }: ResolvedApp): WorldPlan["phases"] {
  if (phases.every(({ declared }) => declared === undefined)) return undefined;
  return phases.map(({ name, runs }) => ({ name, runs }));
}

const docs: Readonly<Record<PhaseRuns, string>> = {
  once: "Runs once a step.",
  fixed: "Runs as often as the fixed step fits into the time that passed.",
  always: "Runs once a step, also while the world is paused.",
};

function docOf({ name, runs, declared }: ResolvedPhase): string {
  return declared === undefined ? docs[runs] : `\`${name}\`, ${declared.side} \`${declared.of}\`. ${docs[runs]}`;
}

function planRun(run: ResolvedRun, checked: Checked, files: Files, members: Scope): RunPlan {
  const callable = runCallable(run, checked, files);
  const name = run.run.kind === "view" ? `${run.run.core}.${run.run.feature}.${run.run.function}` : run.run.symbol.name;
  return {
    name,
    reason: run.reason,
    call: planCall(callable, callable.bound.name, run, files, members),
  };
}
