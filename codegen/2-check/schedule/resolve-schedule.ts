import { Keep, keptOne } from "../../memo/keep.js";
import { recalled, Recall } from "../../memo/recall.js";
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
import type { Body, BodyOf } from "../access/line-access.js";
import { timeLines, TimeRecall, type PlacedConstraint, type TimedLine } from "../access/time-lines.js";
import type { Grounds } from "../grounds.js";
import type { Located } from "../../model/place.js";
import { checkAppSchedule, type OwnCall, type OwnRun, type UnplacedRun } from "./app-schedule.js";
import type { CheckedSchedule, CheckedSet } from "./checked-lines.js";
import { resolveCondition, type ConditionScope } from "./conditions.js";
import { constraintsOf, type NamedLine } from "./constraints.js";
import { orderLines } from "./order.js";
import { ofTheApp, qualified, type Owner } from "./owners.js";
import { orderPhases, type Phases } from "./phases.js";
import { reportOrder } from "./report-order.js";
import { symbolKey } from "../../model/symbol.js";

/** What was proven of the schedules before anybody knew what the app uses. */
export interface ScheduleParts {
  readonly phases: Phases;
  readonly schedules: CoreSchedules;
}

/** What was resolved in earlier rounds of a session. */
export class ScheduleRecall {
  readonly placed = new Recall<RawApp, PlacedSchedule>();
  readonly times = new TimeRecall();
  readonly schedule = new Keep<ResolvedApp["schedule"]>();
}

/** A core of the app, as far as its lines depend on it. */
type UsedCore = ConditionScope["cores"][number];

/** A line that the app has, not yet in its place. */
interface Line extends NamedLine {
  readonly owner: Owner;
  readonly run: UnplacedRun;
  readonly ambiguous: readonly Located<string>[];
}

/** One that has its place, and what it asks before it runs. */
interface PlacedLine extends Omit<Line, "condition">, TimedLine {
  readonly reason: string;
  readonly condition: ResolvedCall | undefined;
}

/** All lines in the order of a step, before it is known what they touch. */
interface PlacedSchedule extends Pick<ResolvedApp, "phases" | "sets"> {
  readonly lines: readonly PlacedLine[];
  readonly constraints: readonly PlacedConstraint[];
  /** The app's own functions by their symbols. */
  readonly functions: ReadonlyMap<string, OwnCall>;
}

/** What a step runs, in order. */
export function resolveSchedule(
  app: RawApp,
  cores: readonly ResolvedCore[],
  parts: ScheduleParts,
  judge: Judge,
  recall?: ScheduleRecall,
): Pick<ResolvedApp, "phases" | "sets" | "schedule"> {
  const used = cores.map(({ core, features }): UsedCore => {
    return { core, features: features.map(({ feature }) => ({ feature })) };
  });
  const around = { questions: judge.grounds, reporter: judge.reporter };
  const placed = recalled(recall?.placed, app, [used, parts], around, (grounds, reporter) =>
    placeLines(app, used, parts, { grounds, reporter }),
  );
  const { phases, sets, lines, constraints, functions } = placed;
  const timed = timeLines(lines, constraints, bodiesOf(app, cores, functions, judge), judge, recall?.times);
  const schedule = lines.flatMap(({ run, reason, condition }, index): ResolvedRun[] => {
    const timing = timed[index];
    if (timing === undefined) return [];
    const { access, waitsFor, stage, sync } = timing;
    return [{ reason, condition, waitsFor, stage, sync, ...run, access }];
  });
  return { phases, sets, schedule: keptOne(recall?.schedule, schedule) };
}

function placeLines(
  app: RawApp,
  cores: readonly UsedCore[],
  { phases: declared, schedules }: ScheduleParts,
  judge: Judge,
): PlacedSchedule {
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
  return {
    phases,
    sets: resolvedSets,
    lines: ordered.order.flatMap(({ line: place, reason }): PlacedLine[] => {
      const line = lines[place];
      if (line === undefined) return [];
      const condition = conditionOf(line);
      const calls = [line.run.run, ...conditionsOf(line, condition, resolvedSets)];
      return [{ reason, calls, filter: line.run, access: line.run.access, ...line, condition }];
    }),
    constraints: constraints.map(({ earlier, later }) => ({ earlier: placeOf(earlier), later: placeOf(later) })),
    functions,
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
  const views = new Map(cores.flatMap((core) => viewBodies(core, grounds)));
  return (call) => {
    if (call.kind === "view") return views.get(`${call.core}.${call.feature}.${call.function}`);
    const key = symbolKey(call.symbol);
    const declared = functions.get(key)?.signature;
    return declared && { declared, uses: uses.get(key) ?? [] };
  };
}

/** The functions that a core has, by their qualified names. */
function viewBodies({ core, features }: ResolvedCore, grounds: Grounds): [string, Body][] {
  const views = new Map(grounds.contract(core)?.features.map(({ name, view }) => [name, view]));
  return features.flatMap(({ feature, functions }) => {
    const declared = new Map(views.get(feature)?.functions.map((called) => [called.name, called]));
    return functions.flatMap(({ name, uses }): [string, Body][] => {
      const called = declared.get(name);
      return called === undefined ? [] : [[`${core}.${feature}.${name}`, { declared: called, uses }]];
    });
  });
}

function setsOf(schedule: CheckedSchedule<unknown> | undefined, owner: Owner): (CheckedSet & { owner: Owner })[] {
  return (schedule?.sets ?? []).map((set) => ({ ...set, owner }));
}

/** Those of cores that the app does not use are in it as well, since others may run in them. */
function phasesOf(cores: readonly UsedCore[], { declared }: Phases): ResolvedPhase[] {
  const used = cores.map(({ core }) => core);
  const others = [...declared.keys()].filter((owner) => owner !== ofTheApp && !used.includes(owner)).sort(compareText);
  return orderPhases([...used, ...others, ofTheApp].flatMap((owner) => declared.get(owner) ?? []));
}

/** Lines of features that the app does not require are left out. */
function linesOfCore(
  { core: name, features }: UsedCore,
  schedules: CoreSchedules,
  rank: (phase: string) => number,
): Line[] {
  const list = `the schedule of \`${name}\``;
  return (schedules.get(name)?.lines ?? []).flatMap(({ run, ...line }): Line[] => {
    const [feature = "", called = ""] = run.run.split(".");
    if (!features.some((candidate) => candidate.feature === feature)) return [];
    const key = qualified(run.run, name);
    const resolved = { ...run, run: { kind: "view", core: name, feature, function: called } as const };
    return [
      {
        key,
        shown: key,
        inList: run.run,
        list,
        owner: name,
        phase: rank(run.phase),
        sets: run.sets ?? [],
        run: resolved,
        ...line,
      },
    ];
  });
}

function linesOfApp({ lines }: CheckedSchedule<OwnRun>, rank: (phase: string) => number): Line[] {
  return lines.map(({ run, ...line }): Line => {
    const { name } = run.run;
    const names = { key: symbolKey(run.run.symbol), shown: name, inList: name, list: "the schedule of the app" };
    return { owner: ofTheApp, phase: rank(run.phase), sets: run.sets ?? [], run, ...names, ...line };
  });
}
