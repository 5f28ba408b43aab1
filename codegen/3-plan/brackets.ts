// Text of expressions, with brackets only where they are needed.
import type { Room } from "../model/body.js";
import type { WrittenPart } from "../model/loop-plan.js";

/** Text, with names that have to be imported. */
export type Written = readonly WrittenPart[];

/** An expression, and the loosest operator in it that no brackets hold. */
export interface Expression {
  readonly text: Written;
  readonly binds: Room;
}

/** What needs no brackets in each room. */
const fitting: Readonly<Record<Room, readonly Room[]>> = {
  choice: ["choice", "or", "and", "equality", "none"],
  or: ["or", "and", "equality", "none"],
  alternative: ["or", "equality", "none"],
  and: ["and", "equality", "none"],
  equality: ["equality", "none"],
  none: ["none"],
};

/** An expression where it has this room. */
export function fitted({ text, binds }: Expression, room: Room): Written {
  return binds === "none" || fitting[room].includes(binds) ? text : ["(", ...text, ")"];
}

/** A name, a member, a call. */
export function tight(...text: Written): Expression {
  return { text, binds: "none" };
}

/** `test ? one : other`. */
export function choice(test: Expression, one: Expression, other: Expression): Expression {
  const text = [...fitted(test, "or"), " ? ", ...fitted(one, "or"), " : ", ...fitted(other, "choice")];
  return { text, binds: "choice" };
}

/** `one && other && …`; a single one is itself. */
export function conjunction(terms: readonly Expression[]): Expression {
  return chained(terms, "and", " && ");
}

/** `one || other || …`; a single one is itself. */
export function disjunction(terms: readonly Expression[]): Expression {
  return chained(terms, "or", " || ");
}

function chained(terms: readonly Expression[], binds: Room, operator: string): Expression {
  if (terms.length === 1 && terms[0] !== undefined) return terms[0];
  const text: WrittenPart[] = [];
  terms.forEach((term, index) => {
    if (index > 0) text.push(operator);
    text.push(...fitted(term, "equality"));
  });
  return { text, binds };
}
