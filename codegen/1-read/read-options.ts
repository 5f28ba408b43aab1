import { suggestion } from "../diagnostics/suggest.js";
import type { Place } from "../model/place.js";
import type { Reading } from "./reading.js";
import { flatMembers, settle, whyNot } from "./settle.js";
import { type FlatMember, type Scoped } from "./scoped.js";

/** The members of an object of options, by name; unknown names are reported. Empty when there is none. */
export function readOptions(
  reading: Reading,
  scoped: Scoped | undefined,
  what: string,
  known: readonly string[],
): ReadonlyMap<string, FlatMember> {
  const members = scoped === undefined ? [] : readMembers(reading, scoped, what);
  for (const { name, place } of members) if (!known.includes(name)) reportUnknown(reading, place, name, what, known);
  return new Map(members.map((member) => [member.name, member]));
}

/** The members of an object whose names are the author's. */
export function readMembers(reading: Reading, scoped: Scoped, what: string): readonly FlatMember[] {
  const settled = settle(reading, scoped);
  if (settled.kind === "value" && settled.expression.kind === "object") {
    const { members, unreadable } = flatMembers(reading, settled.source, settled.expression);
    for (const { place, why } of unreadable) reportObject(reading, place, what, why);
    reportTwins(reading, members);
    return members;
  }
  reportObject(reading, scoped.expression.place, what, whyNot(settled));
  return [];
}

/** Members of one object that have the same name: all but the last would be lost. */
export function reportTwins(reading: Reading, members: readonly FlatMember[]): void {
  const seen = new Map<string, FlatMember>();
  for (const member of members) {
    const twin = seen.get(member.name);
    seen.set(member.name, member);
    if (twin === undefined) continue;
    reading.reporter.report("ECS2002", member.place, `\`${member.name}\` is given twice`, {
      help: "remove or rename one of the two",
      related: [{ place: twin.place, message: "the other one" }],
    });
  }
}

function reportObject(reading: Reading, place: Place, what: string, why: string): void {
  reading.reporter.report("ECS1005", place, `${what} cannot be read`, {
    why: [`The source is read, never run: ${why}.`],
    help: "write an object literal, or a `const` that holds one",
  });
}

function reportUnknown(reading: Reading, place: Place, name: string, what: string, known: readonly string[]): void {
  reading.reporter.report("ECS1009", place, `${what} have no \`${name}\``, { help: suggestion(name, known) });
}
