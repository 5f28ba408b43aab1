import type { RawPhase } from "../model/raw.js";
import { isText, readLiteral } from "./read-literal.js";
import { readMembers, readOptions } from "./read-options.js";
import type { Reading } from "./reading.js";
import type { FlatMember, Scoped } from "./scoped.js";

const sides = ["before", "after"] as const;

/** Reads the phases that a core or an app declares, in the order in which it does. */
export function readPhases(reading: Reading, scoped: Scoped | undefined): RawPhase[] {
  if (scoped === undefined) return [];
  return readMembers(reading, scoped, "`phases`").flatMap((member) => readPhase(reading, member) ?? []);
}

function readPhase(reading: Reading, { name, place, value }: FlatMember): RawPhase | undefined {
  const given = readOptions(reading, value, "places of a phase", sides);
  const [first, second] = sides.flatMap((side) => {
    const member = given.get(side);
    return member === undefined ? [] : [{ side, member }];
  });
  if (first === undefined || second !== undefined) {
    const message = `the phase \`${name}\` has ${first === undefined ? "no place" : "two places"}`;
    reading.reporter.report("ECS1025", place, message, { help: 'write `{ before: "fixedUpdate" }` or `{ after: … }`' });
    return undefined;
  }
  const of = readLiteral(reading, first.member.value, `\`${first.side}\``, '`"fixedUpdate"`', isText);
  return of && { name, place, side: first.side, of };
}
