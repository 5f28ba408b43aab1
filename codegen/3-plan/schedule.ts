import type { Recall } from "../memo/recall.js";
import type { PhaseRuns } from "../model/phases.js";
import type { WorldPlan } from "../model/plan.js";
import type { PhasePlan, RunPlan, SchedulePlan, SetConditionPlan, ShufflePlan } from "../model/schedule-plan.js";
import type { ResolvedApp, ResolvedCall, ResolvedPhase, ResolvedRun } from "../model/resolution.js";
import type { Callable } from "./callables.js";
import { planCall, unfiltered } from "./calls.js";
import { freeOrder, type FreeLine } from "./free-order.js";
import type { CallGrounds } from "./grounds.js";
import type { Files } from "./layout-of-files.js";
import { Scope, joined } from "./names.js";
import type { CallPlan } from "../model/call-plan.js";

/** What a schedule is made of. */
export type ScheduledApp = Pick<ResolvedApp, "phases" | "sets" | "schedule">;

/** Schedules of earlier rounds of a session. */
export type SchedulePlanRecall = Recall<ResolvedApp["schedule"], SchedulePlan>;

/** What a step runs, in order. */
export function planSchedule(app: ScheduledApp, path: string, grounds: CallGrounds): SchedulePlan {
  const planner = new SchedulePlanner(app, grounds);
  const phases = app.phases.flatMap((phase) => {
    const runs = app.schedule.filter((run) => run.phase === phase.name);
    return runs.length === 0 ? [] : [{ ...planner.method(phase), lines: runs }];
  });
  return {
    file: { path, source: "ecsgen.config.ts" },
    phases: phases.map(({ lines, ...phase }) => ({ ...phase, runs: planner.runs(lines) })),
    sets: app.sets.map(({ name }) => name),
  };
}

/**
 * The same in any order that the lines allow; nothing where no phase has two lines. Not part of the entry point, so that only tests
 * load it.
 */
export function planShuffle({ phases: all }: SchedulePlan, files: Files): ShufflePlan | undefined {
  const phases = all.filter(({ runs }) => runs.length > 1);
  if (phases.length === 0) return undefined;
  return {
    file: { path: files.at("shuffle.ts"), source: "ecsgen.config.ts" },
    world: { name: "World", from: files.at("world.ts") },
    phases,
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
  always: "Runs once a step, also while the schedule is paused.",
};

/** The members of a schedule at run time. */
const ofEverySchedule = "run on lines disable enable isEnabled paused pause resume".split(" ");

/** What the schedule calls a function, and the author as well: `motion.integration.integrate`. */
function nameOf(call: ResolvedCall): string {
  return call.kind === "view" ? `${call.core}.${call.feature}.${call.function}` : call.name;
}

/** Gives every phase, query, reader and condition of a schedule its name. */
class SchedulePlanner {
  private readonly grounds: CallGrounds;
  private readonly members: Scope;
  private readonly conditions: ReadonlyMap<string, ResolvedCall>;
  private count = 0;

  constructor(app: ScheduledApp, grounds: CallGrounds) {
    this.grounds = grounds;
    const builtIn = app.phases.filter(({ declared }) => declared === undefined).map(({ name }) => name);
    this.members = new Scope(["world", ...ofEverySchedule, ...builtIn]);
    this.conditions = new Map(
      app.sets.flatMap(({ name, condition }) => (condition === undefined ? [] : [[name, condition]])),
    );
  }

  method({ name, runs, declared }: ResolvedPhase): Omit<PhasePlan, "runs"> {
    if (declared === undefined) return { name, method: name, doc: docs[runs] };
    const doc = `\`${name}\`, ${declared.side} \`${declared.of}\`. ${docs[runs]}`;
    return { name, method: this.members.take(joined(...name.split("."))), doc };
  }

  /** The lines of one phase; each set is asked before its first line. */
  runs(lines: readonly ResolvedRun[]): RunPlan[] {
    const asked = new Map<string, SetConditionPlan>();
    const locals = new Scope(["world", "on", "lines", "sets"]);
    const first = this.count;
    const waits = freeOrder(lines.map((line) => this.free(line, first)));
    return lines.map((line, place) => {
      const sets = (line.sets ?? []).flatMap((set) => {
        const condition = this.conditions.get(set);
        return condition === undefined ? [] : [{ set, condition }];
      });
      const asks = sets
        .filter(({ set }) => !asked.has(set))
        .map(({ set, condition }) => {
          const plan = { set, local: locals.take(joined(...set.split("."))), condition: this.ask(condition) };
          asked.set(set, plan);
          return plan;
        });
      const said = sets.flatMap(({ set }) => asked.get(set)?.local ?? []);
      return { waitsFor: waits[place] ?? [], asks, sets: said, ...this.run(line) };
    });
  }

  private run({ run, reason, sync, condition, ...filters }: ResolvedRun): Omit<RunPlan, "waitsFor" | "asks" | "sets"> {
    const callable = this.callable(run);
    return {
      name: nameOf(run),
      reason,
      sync,
      index: this.count++,
      members: filters.sets ?? [],
      call: planCall(callable, callable.bound.name, filters, this.grounds, this.members),
      condition: condition && this.ask(condition),
    };
  }

  private free({ access, waitsFor, run, condition, sets }: ResolvedRun, first: number): FreeLine {
    const ofSets = (sets ?? []).map((set) => this.conditions.get(set));
    const called = [run, condition, ...ofSets].filter((call) => call !== undefined);
    const calls = called.map((call) => this.callable(call).function);
    return { access, waitsFor: waitsFor.map((earlier) => earlier - first), calls };
  }

  private ask(condition: ResolvedCall): CallPlan {
    const callable = this.callable(condition);
    return planCall(callable, callable.bound.name, unfiltered, this.grounds, this.members);
  }

  private callable(call: ResolvedCall): Callable {
    if (call.kind === "function") return this.grounds.ofApp(call.symbol.file, call.symbol.name);
    return this.grounds.ofView(call.core, call.feature, call.function);
  }
}

/** A length of time as source: `1 / 60` rather than `0.016666666666666666`. */
export function durationText(value: number): string {
  const parts = Math.round(1 / value);
  return parts > 1 && 1 / parts === value ? `1 / ${parts}` : String(value).replace("e+", "e");
}
