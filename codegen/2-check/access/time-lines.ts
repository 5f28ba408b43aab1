// From the lines of a step in their order to what depends on what, sync points, and stages that could run at the same time.
import type { Reporter } from "../../diagnostics/diagnostic.js";
import { Recall, recalledOne } from "../../memo/recall.js";
import type { Access } from "../../model/access.js";
import { tellsRows } from "../../model/row-order.js";
import type { Located } from "../../model/place.js";
import type { ResolvedRun } from "../../model/resolution.js";
import type { Grounds } from "../grounds.js";
import { dependenciesOf, touchedText, type Ambiguity, type Dependencies } from "./dependencies.js";
import { accessOfLine, type AccessRecall, type BodyOf, type LineParts } from "./line-access.js";
import { timingsOf } from "./sync-points.js";

/** A line in its place. */
export interface TimedLine extends LineParts {
  /** What others know it by, and its sets. */
  readonly key: string;
  readonly sets: readonly string[];
  readonly phase: number;
  readonly list: string;
  readonly ambiguous: readonly Located<string>[];
}

/** What one line has to run before another one, by their places. */
export interface PlacedConstraint {
  readonly earlier: number;
  readonly later: number;
}

/** What was derived in earlier rounds of a session. */
export class TimeRecall {
  readonly access: AccessRecall = new Recall();
  readonly dependencies = new Recall<object, Dependencies>();
}

/** Derives what every line touches, and what follows from it. `lines` are in the order of the step. */
export function timeLines(
  lines: readonly TimedLine[],
  constraints: readonly PlacedConstraint[],
  bodyOf: BodyOf,
  judge: { readonly grounds: Grounds; readonly reporter: Reporter },
  recall?: TimeRecall,
): Pick<ResolvedRun, "access" | "waitsFor" | "stage" | "sync">[] {
  const after = earlierOf(constraints, lines);
  const placed = lines.map((line, index) => ({
    phase: line.phase,
    list: line.list,
    access: accessOfLine(line, bodyOf, judge, recall?.access),
    after: after.get(index) ?? [],
    ambiguous: new Set(line.ambiguous.flatMap(({ value }) => linesOf(value, lines))),
  }));
  const dependencies = recalledOne(recall?.dependencies, [placed], () => dependenciesOf(placed));
  for (const ambiguity of withoutFollowing(dependencies.ambiguities, lines))
    reportAmbiguity(ambiguity, lines, judge.reporter);
  reportNeedless(lines, dependencies, judge.reporter);
  const tells = ({ calls }: Pick<TimedLine, "calls">): boolean =>
    calls.map(bodyOf).some((body) => body !== undefined && tellsRows(body.declared));
  const synced = lines.map((line, index) => ({
    shown: line.shown,
    phase: line.phase,
    access: accessOf(placed, index),
    tells: tells(line),
    waitsFor: dependencies.waitsFor[index] ?? [],
  }));
  const timings = timingsOf(synced);
  return synced.map(({ access, waitsFor }, index) => {
    const { sync, stage } = timings[index] ?? { sync: undefined, stage: 1 };
    return { access, waitsFor, stage, sync };
  });
}

/** What has to be earlier, by the line that is later; order between phases goes without saying. */
function earlierOf(
  constraints: readonly PlacedConstraint[],
  lines: readonly TimedLine[],
): ReadonlyMap<number, readonly number[]> {
  const after = new Map<number, number[]>();
  for (const { earlier, later } of constraints) {
    if (earlier >= later || lines[earlier]?.phase !== lines[later]?.phase) continue;
    after.set(later, [...(after.get(later) ?? []), earlier]);
  }
  return after;
}

function accessOf(placed: readonly { readonly access: Access }[], index: number): Access {
  return placed[index]?.access ?? { touches: [], everything: true };
}

/** The lines that a name means: what they run, or a set that they are in. */
function linesOf(name: string, lines: readonly TimedLine[]): number[] {
  return lines.flatMap(({ key, sets }, index) => (key === name || sets.includes(name) ? [index] : []));
}

/** Whoever comes after a line of a list comes after all before it, and what follows in its own list does as well. */
function withoutFollowing(ambiguities: readonly Ambiguity[], lines: readonly TimedLine[]): Ambiguity[] {
  const listOf = (line: number): string | undefined => lines[line]?.list;
  const follows = (a: Ambiguity, from: Ambiguity): boolean =>
    a !== from &&
    listOf(a.earlier) === listOf(from.earlier) &&
    listOf(a.later) === listOf(from.later) &&
    from.later <= a.later &&
    from.earlier >= a.earlier;
  return ambiguities.filter((each) => !ambiguities.some((other) => follows(each, other)));
}

function reportAmbiguity(
  { earlier, later, conflict }: Ambiguity,
  lines: readonly TimedLine[],
  reporter: Reporter,
): void {
  const [first, second] = [lines[earlier], lines[later]];
  if (first === undefined || second === undefined) return;
  const what = conflict === undefined ? "one of them may touch anything" : `both touch ${touchedText(conflict.second)}`;
  const does = (write: boolean): string => (write ? "writes" : "reads");
  const how =
    conflict === undefined
      ? []
      : [`\`${first.shown}\` ${does(conflict.first.write)} it, \`${second.shown}\` ${does(conflict.second.write)} it.`];
  reporter.report(
    "ECS2047",
    second.place,
    `nothing says whether \`${first.shown}\` or \`${second.shown}\` runs first, and ${what}`,
    {
      why: [...how, `One stands in ${first.list}, the other in ${second.list}.`],
      help: `write \`after: ${named(first)}\` or \`before: ${named(first)}\` in this line, as in \`{ run: …, after: ${named(first)} }\`, or \`ambiguous: { with: ${named(first)}, because: "…" }\` if either may be first`,
      related: [{ place: first.place, message: `\`${first.shown}\` is scheduled here` }],
    },
  );
}

/** An app names its own functions by reference. */
function named({ key, shown }: TimedLine): string {
  return key.includes("#") ? shown : `"${shown}"`;
}

/** What is declared to be ambiguous and is not misleads whoever reads it. */
function reportNeedless(lines: readonly TimedLine[], { declared }: Dependencies, reporter: Reporter): void {
  lines.forEach(({ ambiguous, shown }, index) => {
    for (const { value, place } of ambiguous) {
      const others = linesOf(value, lines);
      const needed = others.some((other) => declared.has(`${Math.max(index, other)} ${Math.min(index, other)}`));
      const other = lines[others[0] ?? -1];
      if (needed || other === undefined) continue;
      reporter.report("ECS2048", place, `\`${shown}\` and \`${other.shown}\` are not ambiguous`, {
        why: ["They touch nothing of the same entities that one of them writes, or their order is told already."],
        help: "remove it",
      });
    }
  });
}
