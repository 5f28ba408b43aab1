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
import { checkAppSchedule, type OwnRun, type UnplacedRun } from "./app-schedule.js";
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
}

/** What a step runs, in order. */
export function resolveSchedule(
  app: RawApp,
  cores: readonly ResolvedCore[],
  { phases: declared, schedules }: ScheduleParts,
  judge: Judge,
): Pick<ResolvedApp, "phases" | "sets" | "schedule"> {
  const { own, functions, lost } = checkAppSchedule(app, declared, judge);
  const phases = phasesOf(cores, declared);
  const rank = (phase: string): number => phases.findIndex(({ name }) => name === phase);
  const lines = [...cores.flatMap((core) => linesOfCore(core, schedules, rank)), ...linesOfApp(own, rank)];
  const sets = [...cores.flatMap(({ core }) => setsOf(schedules.get(core), core)), ...setsOf(own, ofTheApp)];
  const ordered = orderLines(lines, constraintsOf(lines, sets));
  reportOrder(ordered, lines, phases, judge.reporter);
  const scope = { cores, own: functions, lost };
  const conditionOf = ({ condition, owner }: Pick<Line, "condition" | "owner">): ResolvedCall | undefined =>
    condition && resolveCondition(condition, owner, scope, judge);
  const hasLines = (set: CheckedSet): boolean => lines.some((line) => line.sets.includes(set.name));
  return {
    phases,
    sets: sets
      .map((set): ResolvedSet => ({ name: set.name, condition: hasLines(set) ? conditionOf(set) : undefined }))
      .sort((a, b) => compareText(a.name, b.name)),
    schedule: ordered.order.flatMap(({ line: place, reason }): ResolvedRun[] => {
      const line = lines[place];
      return line === undefined ? [] : [{ ...line.run, reason, condition: conditionOf(line) }];
    }),
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
