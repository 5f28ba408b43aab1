import type { Reporter } from "../../diagnostics/diagnostic.js";
import { compareText } from "../../model/compare.js";
import type { DeclaredAmbiguity, ScheduledOrder, ScheduledRun, ScheduledSet } from "../../model/contract.js";
import type { Located, Place } from "../../model/place.js";
import type { RawAmbiguity, RawPhaseRuns, RawRun, RawSet } from "../../model/raw.js";
import { checkOrder, setName, setsOf, targetOf, type CheckedOrder, type ScheduleNames } from "./names.js";
import type { Owner } from "./owners.js";
import { phaseOf, type Phases } from "./phases.js";

/** A line of a schedule, with where it is written. */
export interface CheckedLine<Run> extends CheckedOrder {
  readonly run: Run;
  readonly place: Place;
  /** What may run before or after it, although both touch the same. */
  readonly ambiguous: readonly Located<string>[];
}

/** A set of lines, with where it is written. */
export interface CheckedSet extends CheckedOrder {
  readonly name: string;
  readonly place: Place;
}

/** What a core or an app says of a step. */
export interface CheckedSchedule<Run> {
  readonly lines: readonly CheckedLine<Run>[];
  readonly sets: readonly CheckedSet[];
}

/** What the lines of a schedule can name. */
export interface ScheduleScope {
  readonly phases: Phases;
  readonly names: ScheduleNames;
}

/** Proves the lines of a schedule; those in phases that do not exist, and those that run nothing, are left out. */
export function checkLines<Run>(
  schedule: readonly RawPhaseRuns[],
  owner: Owner,
  { phases, names }: ScheduleScope,
  reporter: Reporter,
  check: (line: RawRun) => Run | undefined,
): CheckedLine<Run & InSchedule>[] {
  return schedule.flatMap((scheduled) => {
    const phase = phaseOf(scheduled.phase, owner, phases.names, reporter);
    return scheduled.runs.flatMap((line) => {
      const run = check(line);
      const order = checkOrder(line, owner, names, reporter);
      const sets = setsOf(line.sets, owner, names, reporter).sort(compareText);
      if (run === undefined || phase === undefined) return [];
      const ambiguous = checkAmbiguities(line.ambiguous, owner, names, reporter);
      const scheduled = {
        phase,
        order: namesOf(order),
        sets: sets.length === 0 ? undefined : sets,
        ambiguous: ambiguous.length === 0 ? undefined : ambiguous.map(({ declared }) => declared),
        if: order.condition?.value,
        ...run,
      };
      const others = ambiguous.map(({ declared, place }) => ({ value: declared.with, place }));
      return [{ run: scheduled, place: line.place, ambiguous: others, ...order }];
    });
  });
}

interface CheckedAmbiguity {
  readonly declared: DeclaredAmbiguity;
  readonly place: Place;
}

function checkAmbiguities(
  written: readonly RawAmbiguity[],
  owner: Owner,
  names: ScheduleNames,
  reporter: Reporter,
): CheckedAmbiguity[] {
  return written.flatMap(({ with: { value, place }, because }) => {
    const other = targetOf(value, owner, names, reporter, place);
    return other === undefined ? [] : [{ declared: { with: other, because }, place }];
  });
}

/** What every line says, whatever it runs. */
export type InSchedule = Pick<ScheduledRun, "phase" | "order" | "sets" | "ambiguous" | "if">;

/** Proves the sets that a core or an app declares. */
export function checkSets(
  sets: readonly RawSet[],
  owner: Owner,
  names: ScheduleNames,
  reporter: Reporter,
): CheckedSet[] {
  return sets.map((set) => ({
    name: setName(set.name, owner),
    place: set.place,
    ...checkOrder(set, owner, names, reporter),
  }));
}

/** Sets as they stand in the contract. */
export function scheduledSets(sets: readonly CheckedSet[]): ScheduledSet[] {
  return sets
    .map((set) => ({ name: set.name, order: namesOf(set), if: set.condition?.value }))
    .sort((a, b) => compareText(a.name, b.name));
}

function namesOf({ before, after }: CheckedOrder): ScheduledOrder | undefined {
  const names = (side: CheckedOrder["before"]): string[] =>
    [...new Set(side.map(({ value }) => value))].sort(compareText);
  return before.length + after.length === 0 ? undefined : { before: names(before), after: names(after) };
}
