// How loops read values of columns.
import type { Guard } from "./column-parts.js";
import { choice, conjunction, disjunction, fitted, tight, type Expression, type Written } from "./brackets.js";
import { isOptional, wordsOf, type ColumnAccess, type ComponentTerm, type LocatedValue } from "./column-access.js";
import { placeOf } from "./column-words.js";

/** The values of one component. */
export class ColumnValues {
  private readonly of: ComponentTerm;
  private readonly access: ColumnAccess;

  constructor(of: ComponentTerm, access: ColumnAccess) {
    this.of = of;
    this.access = access;
  }

  /** A value; `undefined` where it may be absent and is. */
  read(located: LocatedValue): Expression {
    return this.orElse(located, tight("undefined"));
  }

  /** A value, or another where it is absent. */
  orElse(located: LocatedValue, other: Expression): Expression {
    const guards = guardsOf(located);
    const first = guards[0];
    if (first === undefined) return this.value(located);
    if (located.kind === "column" && located.value.kind === "bool") {
      if (textOf(other.text) === "false") return this.compared(located, false, " === true");
      if (textOf(other.text) === "true") return this.compared(located, true, " !== false");
    }
    if (guards.length === 1 && first !== "component") return choice(this.isAbsent(first), other, this.value(located));
    return choice(this.arePresent(guards), this.value(located), other);
  }

  /** A value that is there. */
  value(located: LocatedValue): Expression {
    if (located.kind === "objects") {
      const element = this.access.target(this.of, located);
      return tight(isOptional(located) ? element : this.access.sure(element));
    }
    const cell = this.access.target(this.of, located);
    if (located.value.kind === "bool") return { text: [`${cell} === 1`], binds: "equality" };
    return located.value.kind === "enum"
      ? tight(wordsOf(this.of, located.value), `[${this.access.sure(cell)}]!`)
      : tight(this.access.sure(cell));
  }

  /** `value === literal`, or `!==`; `rest` is the operator and what is behind it, `word` the literal if it is a string. */
  compared(located: LocatedValue, negated: boolean, rest: string, word?: string): Expression {
    const guards = guardsOf(located);
    const own = this.comparison(located, negated, rest, word);
    if (negated) return disjunction([...guards.map((guard) => this.isAbsent(guard)), own]);
    return conjunction([...guards.map((guard) => this.isPresent(guard)), own]);
  }

  private comparison(located: LocatedValue, negated: boolean, rest: string, word?: string): Expression {
    const truth = /(true|false)$/.exec(rest)?.[1];
    if (located.kind === "column" && located.value.kind === "bool" && truth !== undefined) {
      return this.same(located, (truth === "true") !== negated, "1");
    }
    const place = word === undefined ? undefined : placeOf(located, word);
    if (place !== undefined) return this.same(located, !negated, place);
    const { text, binds } = this.value(located);
    return { text: binds === "none" ? [...text, rest] : ["(", ...text, ")", rest], binds: "equality" };
  }

  private same(located: LocatedValue, isSame: boolean, stored: string): Expression {
    return { text: [`${this.access.target(this.of, located)} ${isSame ? "===" : "!=="} ${stored}`], binds: "equality" };
  }

  /** Whether a value is there, which may be known, and true. */
  truth(located: LocatedValue, known: boolean): Expression {
    const guards = known ? [] : guardsOf(located);
    return conjunction([...guards.map((guard) => this.isPresent(guard)), this.value(located)]);
  }

  /** `!value`, of one that may be known to be there. */
  not(located: LocatedValue, known: boolean): Expression {
    const guards = known ? [] : guardsOf(located);
    const isFlag = located.kind === "column" && located.value.kind === "bool";
    const own = isFlag
      ? this.comparison(located, true, " !== true")
      : tight("!", ...fitted(this.value(located), "none"));
    return disjunction([...guards.map((guard) => this.isAbsent(guard)), own]);
  }

  /** Whether all of these are there. */
  arePresent(guards: readonly Guard[]): Expression {
    return conjunction(guards.map((guard) => this.isPresent(guard)));
  }

  /** Whether one of these is not there. */
  areAbsent(guards: readonly Guard[]): Expression {
    return disjunction(guards.map((guard) => this.isAbsent(guard)));
  }

  private isPresent(guard: Guard): Expression {
    if (guard === "component") return tight(this.access.has(this.of.term));
    return { text: [`${this.access.cell(this.of, guard)} !== 0`], binds: "equality" };
  }

  private isAbsent(guard: Guard): Expression {
    if (guard === "component") return tight(`!${this.access.has(this.of.term)}`);
    return { text: [`${this.access.cell(this.of, guard)} === 0`], binds: "equality" };
  }
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
