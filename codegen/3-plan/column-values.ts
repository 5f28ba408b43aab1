// How loops read values of columns.
import { isColumn, type Guard } from "./column-parts.js";
import { choice, conjunction, disjunction, fitted, tight, type Expression, type Written } from "./brackets.js";
import { isOptional, wordsOf, type Accessed, type LocatedValue } from "./column-access.js";
import { placeOf } from "./column-words.js";

/** A value; `undefined` where it may be absent and is. */
export function valueOrAbsent(of: Accessed, located: LocatedValue): Expression {
  return valueOrElse(of, located, tight("undefined"));
}

/** A value, or another where it is absent. */
export function valueOrElse(of: Accessed, located: LocatedValue, other: Expression): Expression {
  const guards = guardsOf(located);
  if (guards.length === 0) return valueThere(of, located);
  if (located.kind === "column" && located.value.kind === "bool") {
    if (textOf(other.text) === "false") return compared(of, located, false, " === true");
    if (textOf(other.text) === "true") return compared(of, located, true, " !== false");
  }
  return guarded(of, guards, valueThere(of, located), other);
}

/** The place of a word, as the column holds it; `undefined` where it may be absent and is, unless it is known to be there. */
export function placeOrAbsent(of: Accessed, located: LocatedValue, known: boolean): Expression {
  const place = tight(of.access.target(of, located));
  const guards = known ? [] : guardsOf(located);
  return guards.length === 0 ? place : guarded(of, guards, place, tight("undefined"));
}

function guarded(of: Accessed, guards: readonly Guard[], there: Expression, other: Expression): Expression {
  const [first] = guards;
  if (guards.length === 1 && first !== undefined && isColumn(first)) return choice(isAbsent(of, first), other, there);
  return choice(arePresent(of, guards), there, other);
}

/** A value that is there. */
export function valueThere(of: Accessed, located: LocatedValue): Expression {
  const { access } = of;
  const cell = access.target(of, located);
  if (located.kind === "objects") return tight(isOptional(located) ? cell : access.sure(cell));
  if (located.value.kind === "bool") return { text: [`${cell} === 1`], binds: "equality" };
  return located.value.kind === "enum"
    ? tight(wordsOf(of, located.value), `[${access.sure(cell)}]!`)
    : tight(access.sure(cell));
}

/** `value === literal`, or `!==`; `rest` is the operator and what is behind it, `word` the literal if it is a string. */
export function compared(
  of: Accessed,
  located: LocatedValue,
  negated: boolean,
  rest: string,
  word?: string,
): Expression {
  const guards = guardsOf(located);
  const own = comparison(of, located, negated, rest, word);
  if (negated) return disjunction([...guards.map((guard) => isAbsent(of, guard)), own]);
  return conjunction([...guards.map((guard) => isPresent(of, guard)), own]);
}

function comparison(of: Accessed, located: LocatedValue, negated: boolean, rest: string, word?: string): Expression {
  const truth = /(true|false)$/.exec(rest)?.[1];
  if (located.kind === "column" && located.value.kind === "bool" && truth !== undefined) {
    return same(of, located, (truth === "true") !== negated, "1");
  }
  const place = word === undefined ? undefined : placeOf(located, word);
  if (place !== undefined) return same(of, located, !negated, place);
  const { text, binds } = valueThere(of, located);
  return { text: binds === "none" ? [...text, rest] : ["(", ...text, ")", rest], binds: "equality" };
}

function same(of: Accessed, located: LocatedValue, isSame: boolean, stored: string): Expression {
  return { text: [`${of.access.target(of, located)} ${isSame ? "===" : "!=="} ${stored}`], binds: "equality" };
}

/** Whether a value is there, which may be known, and true. */
export function truthOf(of: Accessed, located: LocatedValue, known: boolean): Expression {
  const guards = known ? [] : guardsOf(located);
  return conjunction([...guards.map((guard) => isPresent(of, guard)), valueThere(of, located)]);
}

/** `!value`, of one that may be known to be there. */
export function negationOf(of: Accessed, located: LocatedValue, known: boolean): Expression {
  const guards = known ? [] : guardsOf(located);
  const isFlag = located.kind === "column" && located.value.kind === "bool";
  const own = isFlag
    ? comparison(of, located, true, " !== true")
    : tight("!", ...fitted(valueThere(of, located), "none"));
  return disjunction([...guards.map((guard) => isAbsent(of, guard)), own]);
}

/** Whether all of these are there. */
export function arePresent(of: Accessed, guards: readonly Guard[]): Expression {
  return conjunction(guards.map((guard) => isPresent(of, guard)));
}

/** Whether one of these is not there. */
export function areAbsent(of: Accessed, guards: readonly Guard[]): Expression {
  return disjunction(guards.map((guard) => isAbsent(of, guard)));
}

function isPresent(of: Accessed, guard: Guard): Expression {
  if (guard === "component") return tight(of.access.has(of.term));
  if (!isColumn(guard)) return tight(guard.held);
  return { text: [`${of.access.cell(of, guard)} !== 0`], binds: "equality" };
}

function isAbsent(of: Accessed, guard: Guard): Expression {
  if (guard === "component") return tight(`!${of.access.has(of.term)}`);
  if (!isColumn(guard)) return tight(`!${guard.held}`);
  return { text: [`${of.access.cell(of, guard)} === 0`], binds: "equality" };
}

/** All that has to be there for a value to be. */
export function guardsOf(located: LocatedValue): readonly Guard[] {
  const { guards } = located;
  return located.kind === "column" && located.present !== undefined ? [...guards, located.present] : guards;
}

/** The text of what names nothing that has to be imported; empty for other things. */
export function textOf(written: Written): string {
  return written.every((part) => typeof part === "string") ? written.join("") : "";
}
