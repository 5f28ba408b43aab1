import { compareText } from "../../model/compare.js";
import type { ViewFunction } from "../../model/contract.js";
import type { RawApp } from "../../model/raw.js";
import type { ResolvedApp, ResolvedCore, ResolvedPhase, ResolvedRun } from "../../model/resolution.js";
import type { CoreSchedules } from "../cores.js";
import type { Judge } from "../resolve/assess-modules.js";
import { isLost, symbolKey, type ScheduleName } from "../symbols.js";
import { checkFunction } from "../view-functions.js";
import { checkLines, checkSets, scheduledSets, type CheckedSchedule } from "./checked-lines.js";
import { constraintsOf, type NamedLine } from "./constraints.js";
import { checkSetNames, runName, type ScheduleNames } from "./names.js";
import { orderLines } from "./order.js";
import { ofTheApp, qualified } from "./owners.js";
import { orderPhases, type Phases } from "./phases.js";
import { reportOrder } from "./report-order.js";
import { checkFilter, checkRun } from "./runnable.js";

/** What was proven of the schedules before anybody knew what the app uses. */
export interface ScheduleParts {
  readonly phases: Phases;
  readonly schedules: CoreSchedules;
}

/** A line that the app has, not yet in its place. */
interface Line extends NamedLine {
  readonly run: Omit<ResolvedRun, "reason">;
}

/** What a step runs, in order. */
export function resolveSchedule(
  app: RawApp,
  cores: readonly ResolvedCore[],
  { phases: declared, schedules }: ScheduleParts,
  judge: Judge,
): Pick<ResolvedApp, "phases" | "sets" | "schedule"> {
  const own = checkAppSchedule(app, declared, judge);
  const phases = phasesOf(cores, declared);
  const rank = (phase: string): number => phases.findIndex(({ name }) => name === phase);
  const lines = [...cores.flatMap((core) => linesOfCore(core, schedules, rank)), ...linesOfApp(own, rank)];
  const sets = [...cores.flatMap(({ core }) => schedules.get(core)?.sets ?? []), ...own.sets];
  const ordered = orderLines(lines, constraintsOf(lines, sets));
  reportOrder(ordered, lines, phases, judge.reporter);
  return {
    phases,
    sets: scheduledSets(sets),
    schedule: ordered.order.flatMap(({ line, reason }) => {
      const run = lines[line]?.run;
      return run === undefined ? [] : [{ ...run, reason }];
    }),
  };
}

/** Those of cores that the app does not use are in it as well, since others may run in them. */
function phasesOf(cores: readonly ResolvedCore[], { declared }: Phases): ResolvedPhase[] {
  const used = cores.map(({ core }) => core);
  const others = [...declared.keys()].filter((owner) => owner !== ofTheApp && !used.includes(owner)).sort(compareText);
  return orderPhases([...used, ...others, ofTheApp].flatMap((owner) => declared.get(owner) ?? []));
}

/** Lines of features that the app does not require are left out. */
function linesOfCore(
  { core: name, features }: ResolvedCore,
  schedules: CoreSchedules,
  rank: (phase: string) => number,
): Line[] {
  return (schedules.get(name)?.lines ?? []).flatMap(({ run, ...line }): Line[] => {
    const [feature = "", called = ""] = run.run.split(".");
    if (!features.some((candidate) => candidate.feature === feature)) return [];
    const key = qualified(run.run, name);
    const names = { key, shown: key, inList: run.run, list: `the schedule of \`${name}\`` };
    const resolved = { ...run, run: { kind: "view", core: name, feature, function: called } as const };
    return [{ ...line, ...names, phase: rank(run.phase), sets: run.sets ?? [], run: resolved }];
  });
}

type OwnRun = Omit<ResolvedRun, "reason"> & { readonly run: { readonly kind: "function" } };

function linesOfApp({ lines }: CheckedSchedule<OwnRun>, rank: (phase: string) => number): Line[] {
  return lines.map(({ run, ...line }): Line => {
    const { name } = run.run.symbol;
    const names = { key: symbolKey(run.run.symbol), shown: name, inList: name, list: "the schedule of the app" };
    return { ...line, ...names, phase: rank(run.phase), sets: run.sets ?? [], run };
  });
}

function checkAppSchedule(app: RawApp, phases: Phases, { grounds, reporter }: Judge): CheckedSchedule<OwnRun> {
  const signatures = new Map<string, ViewFunction>(
    app.functions.map(({ symbol, signature }) => [symbolKey(symbol), checkFunction(signature, grounds, reporter)]),
  );
  // Nobody can say what a function takes whose types lead nowhere.
  const lost = new Set(
    app.functions
      .filter(({ signature }) => signature.parameters.some(({ type }) => isLost(type?.symbol)))
      .map(({ symbol }) => symbolKey(symbol)),
  );
  const functions = new Set(app.functions.map(({ symbol }) => symbol.name));
  // Lines and sets are switched on and off by name.
  const clash = (set: string): string | undefined =>
    functions.has(set) ? "a function of the app has that name" : undefined;
  checkSetNames(app.sets, clash, reporter);
  const names = namesOfApp(app, grounds);
  const lines = checkLines(app.schedule, ofTheApp, { phases, names }, reporter, (line) => {
    const signature = signatures.get(runName(line.run, ofTheApp));
    if (line.run.kind !== "function" || signature === undefined) return undefined;
    if (!lost.has(symbolKey(line.run.symbol))) checkRun(line, signature, grounds, reporter);
    const run = { kind: "function", symbol: line.run.symbol, signature } as const;
    return { run, ...checkFilter(line, grounds, reporter) };
  });
  return { lines, sets: checkSets(app.sets, ofTheApp, names, reporter) };
}

/** What an app can name beside what cores know. */
function namesOfApp({ schedule, sets }: RawApp, ofCores: ScheduleNames): ScheduleNames {
  const own = new Map<string, ScheduleName>([
    ...schedule.flatMap(({ runs }) => runs.map(({ run }): [string, ScheduleName] => [runName(run, ofTheApp), "run"])),
    ...sets.map(({ name }): [string, ScheduleName] => [name, "set"]),
  ]);
  return {
    scheduled: (name) => own.get(name) ?? ofCores.scheduled(name),
    scheduleNames: () => [...ofCores.scheduleNames(), ...own.keys()],
  };
}
