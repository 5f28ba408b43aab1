import { symbolKey } from "../../model/symbol-key.js";
import { compareText } from "../../model/compare.js";
import type { RawApp } from "../../model/raw.js";
import type {
  ResolvedApp,
  ResolvedCall,
  ResolvedCore,
  ResolvedPhase,
  ResolvedRun,
  ResolvedSet,
} from "../../model/resolution.js";
import type { CoreSchedules } from "../cores.js";
import type { Judge } from "../resolve/assess-modules.js";
import type { BodyOf } from "../access/line-access.js";
import { timeLines, type TimeRecall } from "../access/time-lines.js";
import type { Located } from "../../model/place.js";
import { checkAppSchedule, type OwnCall, type OwnRun, type UnplacedRun } from "./app-schedule.js";
import type { CheckedSchedule, CheckedSet } from "./checked-lines.js";
import { resolveCondition } from "./conditions.js";
import { constraintsOf, type NamedLine } from "./constraints.js";
import { orderLines } from "./order.js";
import { ofTheApp, qualified, type Owner } from "./owners.js";
import { orderPhases, type Phases } from "./phases.js";
import { reportOrder } from "./report-order.js";

/** What was proven of the schedules before anybody knew what the app uses. */
export interface ScheduleParts {
  readonly phases: Phases;
  readonly schedules: CoreSchedules;
}

/** A line that the app has, not yet in its place. */
interface Line extends NamedLine {
  readonly owner: Owner;
  readonly run: UnplacedRun;
  readonly ambiguous: readonly Located<string>[];
}

/** One that has its place, and what it asks before it runs. */
interface PlacedRun {
  readonly line: Line;
  readonly reason: string;
  readonly condition: ResolvedCall | undefined;
}

/** What a step runs, in order. */
export function resolveSchedule(
  app: RawApp,
  cores: readonly ResolvedCore[],
  { phases: declared, schedules }: ScheduleParts,
  judge: Judge,
  recall?: TimeRecall,
): Pick<ResolvedApp, "phases" | "sets" | "schedule"> {
  const { own, functions, lost } = checkAppSchedule(app, declared, judge);
  const phases = phasesOf(cores, declared);
  const rank = (phase: string): number => phases.findIndex(({ name }) => name === phase);
  const lines = [...cores.flatMap((core) => linesOfCore(core, schedules, rank)), ...linesOfApp(own, rank)];
  const sets = [...cores.flatMap(({ core }) => setsOf(schedules.get(core), core)), ...setsOf(own, ofTheApp)];
  const constraints = constraintsOf(lines, sets);
  const ordered = orderLines(lines, constraints);
  const places = new Map(ordered.order.map(({ line }, place) => [line, place]));
  const placeOf = (line: number): number => places.get(line) ?? 0;
  reportOrder(ordered, lines, phases, judge.reporter);
  const scope = { cores, own: functions, lost };
  const conditionOf = ({ condition, owner }: Pick<Line, "condition" | "owner">): ResolvedCall | undefined =>
    condition && resolveCondition(condition, owner, scope, judge);
  const hasLines = (set: CheckedSet): boolean => lines.some((line) => line.sets.includes(set.name));
  const resolvedSets = sets
    .map((set): ResolvedSet => ({ name: set.name, condition: hasLines(set) ? conditionOf(set) : undefined }))
    .sort((a, b) => compareText(a.name, b.name));
  const placed = ordered.order.flatMap(({ line: place, reason }): PlacedRun[] => {
    const line = lines[place];
    return line === undefined ? [] : [{ line, reason, condition: conditionOf(line) }];
  });
  const bodyOf = bodiesOf(app, cores, functions, judge);
  const timed = timeLines(
    placed.map(({ line, condition }) => ({
      ...line,
      filter: line.run,
      access: line.run.access,
      calls: [line.run.run, ...conditionsOf(line, condition, resolvedSets)],
    })),
    constraints.map(({ earlier, later }) => ({ earlier: placeOf(earlier), later: placeOf(later) })),
    bodyOf,
    judge,
    recall,
  );
  return {
    phases,
    sets: resolvedSets,
    schedule: placed.flatMap(({ line, reason, condition }, index): ResolvedRun[] => {
      const timing = timed[index];
      return timing === undefined ? [] : [{ ...line.run, reason, condition, ...timing }];
    }),
  };
}

/** What is asked before a line: its own condition, and those of its sets. */
function conditionsOf(line: Line, own: ResolvedCall | undefined, sets: readonly ResolvedSet[]): ResolvedCall[] {
  const ofSets = sets.filter(({ name }) => line.sets.includes(name)).map(({ condition }) => condition);
  return [own, ...ofSets].filter((condition) => condition !== undefined);
}

/** Finds what the functions of a schedule do. */
function bodiesOf(
  app: RawApp,
  cores: readonly ResolvedCore[],
  functions: ReadonlyMap<string, OwnCall>,
  { grounds }: Judge,
): BodyOf {
  const uses = new Map(app.functions.map((own) => [symbolKey(own.symbol), own.uses]));
  return (call) => {
    if (call.kind === "function") {
      const key = symbolKey(call.symbol);
      const declared = functions.get(key)?.signature;
      return declared && { declared, uses: uses.get(key) ?? [] };
    }
    const view = grounds.contract(call.core)?.features.find(({ name }) => name === call.feature)?.view;
    const declared = view?.functions.find(({ name }) => name === call.function);
    const feature = cores
      .find(({ core }) => core === call.core)
      ?.features.find((each) => each.feature === call.feature);
    const provided = feature?.functions.find(({ name }) => name === call.function);
    return declared && provided && { declared, uses: provided.uses };
  };
}

function setsOf(schedule: CheckedSchedule<unknown> | undefined, owner: Owner): (CheckedSet & { owner: Owner })[] {
  return (schedule?.sets ?? []).map((set) => ({ ...set, owner }));
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
    return [{ ...line, ...names, owner: name, phase: rank(run.phase), sets: run.sets ?? [], run: resolved }];
  });
}

function linesOfApp({ lines }: CheckedSchedule<OwnRun>, rank: (phase: string) => number): Line[] {
  return lines.map(({ run, ...line }): Line => {
    const { name } = run.run.symbol;
    const names = { key: symbolKey(run.run.symbol), shown: name, inList: name, list: "the schedule of the app" };
    return { ...line, ...names, owner: ofTheApp, phase: rank(run.phase), sets: run.sets ?? [], run };
  });
}
