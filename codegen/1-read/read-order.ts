import type { Located } from "../model/place.js";
import type { RawOrder, RawRun, RawSet } from "../model/raw.js";
import { isText, readArray, readLiteral } from "./read-literal.js";
import { readMembers, readOptions } from "./read-options.js";
import type { Reading } from "./reading.js";
import { settle, type FlatMember, type Scoped } from "./settle.js";

/** Reads what a schedule names: a function as text, or by its name where the schedule is the app's. */
export type ReadTarget = (scoped: Scoped, what: string) => RawRun["run"] | undefined;

/** What sets and lines can say of their order. */
export const orderParts = ["before", "after"] as const;

/** Reads what a line or a set says of its order. */
export function readOrder(reading: Reading, given: ReadonlyMap<string, FlatMember>, target: ReadTarget): RawOrder {
  const targets = (name: (typeof orderParts)[number]): Located<RawRun["run"]>[] =>
    readOneOrMore(reading, given.get(name)).flatMap((element) => {
      const value = target(element, `\`${name}\``);
      return value === undefined ? [] : [{ value, place: element.expression.place }];
    });
  return { before: targets("before"), after: targets("after") };
}

/** Reads the sets that a core or an app declares. */
export function readSets(reading: Reading, scoped: Scoped | undefined, target: ReadTarget): RawSet[] {
  if (scoped === undefined) return [];
  return readMembers(reading, scoped, "`sets`").map(({ name, place, value }) => {
    const given = readOptions(reading, value, "options of a set", orderParts);
    return { name, place, ...readOrder(reading, given, target) };
  });
}

/** Reads the names of the sets that a line is in. */
export function readSetNames(reading: Reading, member: FlatMember | undefined): Located<string>[] {
  return readOneOrMore(reading, member).flatMap(
    (element) => readLiteral(reading, element, "`set`", '`"physics"`', isText) ?? [],
  );
}

/** The elements of a list, or the one thing that stands in its place. */
function readOneOrMore(reading: Reading, member: FlatMember | undefined): Scoped[] {
  if (member === undefined) return [];
  const settled = settle(reading, member.value);
  if (settled.kind !== "value" || settled.expression.kind !== "array") return [member.value];
  return readArray(reading, member.value, `\`${member.name}\``, '`["feature.function"]`');
}
