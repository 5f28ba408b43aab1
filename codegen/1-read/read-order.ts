import type { Located } from "../model/place.js";
import type { RawOrdered, RawRun, RawSet } from "../model/raw.js";
import { isText, readArray, readLiteral } from "./read-literal.js";
import { readMembers, readOptions } from "./read-options.js";
import type { Reading } from "./reading.js";
import { settle } from "./settle.js";
import { type FlatMember, type Scoped } from "./scoped.js";

/** Reads what a schedule names: a function as text, or by its name where the schedule is the app's. */
export type ReadTarget = (scoped: Scoped, what: string) => RawRun["run"] | undefined;

/** How a schedule names things. */
export interface ReadTargets {
  /** What its lines run. */
  readonly run: ReadTarget;
  /** What they are ordered against. */
  readonly other: ReadTarget;
  /** What says whether they run. */
  readonly condition: ReadTarget;
}

/** What sets and lines can say of when they run. */
export const orderParts = ["before", "after", "if"] as const;

/** Reads what a line or a set says of when it runs. */
export function readOrdered(
  reading: Reading,
  given: ReadonlyMap<string, FlatMember>,
  targets: ReadTargets,
): RawOrdered {
  const others = (name: "before" | "after"): Located<RawRun["run"]>[] =>
    readOneOrMore(reading, given.get(name)).flatMap((element) => readNamed(element, name, targets.other) ?? []);
  const condition = given.get("if");
  return {
    before: others("before"),
    after: others("after"),
    condition: condition && readNamed(condition.value, "if", targets.condition),
  };
}

/** Reads a name that a schedule knows. */
export function readNamed(scoped: Scoped, name: string, target: ReadTarget): Located<RawRun["run"]> | undefined {
  const value = target(scoped, `\`${name}\``);
  return value && { value, place: scoped.expression.place };
}

/** Reads the sets that a core or an app declares. */
export function readSets(reading: Reading, scoped: Scoped | undefined, targets: ReadTargets): RawSet[] {
  if (scoped === undefined) return [];
  return readMembers(reading, scoped, "`sets`").map(({ name, place, value }) => {
    const given = readOptions(reading, value, "options of a set", orderParts);
    return { name, place, ...readOrdered(reading, given, targets) };
  });
}

/** Reads the names of the sets that a line is in. */
export function readSetNames(reading: Reading, member: FlatMember | undefined): Located<string>[] {
  return readOneOrMore(reading, member).flatMap(
    (element) => readLiteral(reading, element, "`set`", '`"physics"`', isText) ?? [],
  );
}

/** The elements of a list, or the one thing that stands in its place. */
export function readOneOrMore(reading: Reading, member: FlatMember | undefined): Scoped[] {
  if (member === undefined) return [];
  const settled = settle(reading, member.value);
  if (settled.kind !== "value" || settled.expression.kind !== "array") return [member.value];
  return readArray(reading, member.value, `\`${member.name}\``, '`["feature.function"]`');
}
