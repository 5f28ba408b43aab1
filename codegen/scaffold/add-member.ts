import type { ObjectSyntax } from "../compiler/syntax.js";
import type { Place } from "../model/place.js";
import { type Insertion, positionOf } from "./text-edits.js";

/** The insertion that gives an object literal another member, in the manner of the last one it has. */
export function addMembers(plain: string, object: ObjectSyntax, members: readonly string[]): Insertion {
  const last = object.members.at(-1);
  const start = positionOf(plain, object.place.line, object.place.column);
  if (last === undefined) return { at: start + 1, text: ` ${members.join(", ")} ` };
  const at = Math.max(endOf(plain, last.place), endOf(plain, last.value.place));
  const lineStart = plain.lastIndexOf("\n", positionOf(plain, last.place.line, last.place.column)) + 1;
  const alone = /^\s*$/.test(plain.slice(lineStart, positionOf(plain, last.place.line, last.place.column)));
  const separator = alone ? `,\n${/^\s*/.exec(plain.slice(lineStart))?.[0] ?? ""}` : ", ";
  return { at, text: members.map((member) => separator + member).join("") };
}

function endOf(plain: string, { line, column, length }: Place): number {
  return positionOf(plain, line, column) + length;
}
