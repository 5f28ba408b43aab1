import type { ObjectSyntax } from "../compiler/syntax.js";
import type { Place } from "../model/place.js";
import { type Insertion, positionOf } from "./text-edits.js";

/** The insertions that give an object literal other members, in the manner of the last one it has. */
export function addMembers(plain: string, object: ObjectSyntax, members: readonly string[]): Insertion[] {
  const last = object.members.at(-1);
  const start = positionOf(plain, object.place.line, object.place.column);
  if (last === undefined)
    return [{ at: start + 1, text: ` ${members.join(", ")}${plain[start + 1] === " " ? "" : " "}` }];
  const at = Math.max(endOf(plain, last.place), endOf(plain, last.value.place));
  const lineStart = plain.lastIndexOf("\n", positionOf(plain, last.place.line, last.place.column)) + 1;
  const alone = /^\s*$/.test(plain.slice(lineStart, positionOf(plain, last.place.line, last.place.column)));
  if (!alone) return [{ at, text: members.map((member) => `, ${member}`).join("") }];
  const separator = `,\n${/^\s*/.exec(plain.slice(lineStart))?.[0] ?? ""}`;
  const added = members.map((member) => separator + member).join("");
  // A comment at the end of the line is about the member before it.
  const [, comma, comment = ""] = /^(,?)([ \t]*\/[/*].*)?/.exec(plain.slice(at)) ?? [];
  if (comment === "" || !isWhole(comment)) return [{ at, text: added }];
  const behind = at + (comma?.length ?? 0) + comment.length;
  return comma === ","
    ? [{ at: behind, text: `${added.slice(1)},` }]
    : [
        { at, text: "," },
        { at: behind, text: added.slice(1) },
      ];
}

/** Whether a comment ends where its line does. */
function isWhole(comment: string): boolean {
  return /^\s*\/\//.test(comment) || /^\s*\/\*(?:(?!\*\/).)*\*\/\s*$/.test(comment);
}

function endOf(plain: string, { line, column, length }: Place): number {
  return positionOf(plain, line, column) + length;
}
