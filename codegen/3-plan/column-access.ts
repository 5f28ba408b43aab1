// How loops read and write columns, as text.
import type { ColumnLocalPlan, TermPlan } from "../model/loop-plan.js";
import type { ColumnPlan, ValuePlan } from "../model/field-plan.js";
import type { ComponentPlan, NameRef } from "../model/plan.js";
import type { Guard, Located } from "./column-parts.js";
import { pascal, type Scope } from "./names.js";

/** Text, with names that have to be imported. */
export type Written = readonly (string | NameRef)[];

/** A component of the loop. */
export interface ComponentTerm {
  readonly term: TermPlan;
  readonly component: ComponentPlan;
}

/** A component whose columns a body reads and writes. */
export interface Accessed extends ComponentTerm {
  readonly kind: "component";
  readonly access: ColumnAccess;
  /** The loop over rows that it belongs to: the number of its first row. */
  readonly loop: number | undefined;
  /** It belongs to the first of two rows, which stays for all second ones. */
  readonly outer: boolean;
}

/** A part that is a value. */
export type LocatedValue = Located & { readonly kind: "column" | "objects" };

/** The columns that a body uses, each a local of the loop. */
export class ColumnAccess {
  private readonly scope: Scope;
  private readonly row: string;
  private readonly found = new Map<string, ColumnLocalPlan>();
  private readonly asked = new Map<TermPlan, string>();
  private readonly held = new Map<string, string>();

  /** `row` is the local that holds the row. */
  constructor(scope: Scope, row: string) {
    this.scope = scope;
    this.row = row;
  }

  /** In the order of their first use. */
  get locals(): readonly ColumnLocalPlan[] {
    return [...this.found.values()];
  }

  /** Optional components, each with the local that says whether the table has it. */
  get presences(): ReadonlyMap<TermPlan, string> {
    return this.asked;
  }

  /** Declarations of what loops inside of this one read of its row. */
  get holds(): readonly string[] {
    return [...this.held].map(([cell, name]) => `const ${name} = ${cell}!;`);
  }

  /** A number that stays as it is in loops inside of this one, by a name. */
  hold(of: ComponentTerm, column: ColumnPlan): string {
    const cell = this.cell(of, column);
    const name = this.held.get(cell) ?? this.scope.take(`${cell.replace(/\W.*$/, "")}Here`);
    this.held.set(cell, name);
    return name;
  }

  /** Whether something is not there; `negated`, whether it is. */
  presence(of: ComponentTerm, present: Guard, negated: boolean): string {
    if (present === "component") return `${negated ? "" : "!"}${this.has(of.term)}`;
    return `${this.cell(of, present)} ${negated ? "!==" : "==="} 0`;
  }

  /** A value; `undefined` where it may be absent and is. `bare` when there are brackets around it. */
  read(of: ComponentTerm, located: LocatedValue, bare: boolean): Written {
    const value = this.value(of, located);
    const own = located.kind === "column" && located.present !== undefined ? [located.present] : [];
    const guards = [...located.guards, ...own];
    if (guards.length > 0) {
      const absent = guards.map((guard) => this.presence(of, guard, false)).join(" || ");
      return ["(", absent, " ? undefined : ", ...value, ")"];
    }
    return located.kind === "column" && located.value.kind === "bool" && !bare ? ["(", ...value, ")"] : value;
  }

  private value(of: ComponentTerm, located: LocatedValue): Written {
    if (located.kind === "objects") return [`${this.target(of, located)}${isOptional(located) ? "" : "!"}`];
    const cell = this.cell(of, located.column);
    if (located.value.kind === "bool") return [`${cell} === 1`];
    return located.value.kind === "enum" ? [wordsOf(of, located.value), `[${cell}!]!`] : [`${cell}!`];
  }

  /** The element that holds a value. */
  target(of: ComponentTerm, located: LocatedValue): string {
    if (located.kind === "column") return this.cell(of, located.column);
    const { name, place } = located.field;
    const index = place?.kind === "objects" ? this.objectsIndex(of, place.objects.member) : 0;
    return this.element(of, this.local(of, { objects: located.path }, index, name));
  }

  private objectsIndex({ component }: ComponentTerm, member: string): number {
    return component.objects.find((objects) => objects.member === member)?.index ?? 0;
  }

  /** The statement that stores a value. */
  store(of: ComponentTerm, located: LocatedValue, value: Written): Written {
    const target = this.target(of, located);
    if (located.kind === "objects") return [`${target} = `, ...value, ";"];
    const present = located.present && this.cell(of, located.present);
    if (present === undefined) return [`${target} = `, ...stored(of, located.value, value), ";"];
    const text = textOf(value);
    if (text === "undefined") return [`{ ${present} = 0; ${target} = ${zeroOf(located.value)}; }`];
    if (isLiteral(text)) return [`{ ${present} = 1; ${target} = `, ...stored(of, located.value, value), "; }"];
    const next = this.scope.take("next");
    const number = located.value.kind === "bool" ? `${next} ? 1 : 0` : `${next} ?? ${zeroOf(located.value)}`;
    return [`{ const ${next} = `, ...value, `; ${present} = ${next} === undefined ? 0 : 1; ${target} = ${number}; }`];
  }

  private cell(of: ComponentTerm, { member, kind, index }: ColumnPlan): string {
    return this.element(of, this.local(of, { column: kind }, index, member.replace(/^\$|Column$/g, "")));
  }

  /** The columns of an optional component are there where the body has asked. */
  private element({ term }: ComponentTerm, column: string): string {
    return `${column}${term.optional ? "!" : ""}[${this.row}]`;
  }

  private has(term: TermPlan): string {
    const name = this.asked.get(term) ?? this.scope.take(`has${pascal(term.name)}`);
    this.asked.set(term, name);
    return name;
  }

  private local({ term }: ComponentTerm, type: ColumnLocalPlan["type"], index: number, word: string): string {
    const key = `${term.name} ${"column" in type ? "" : "objects "}${index}`;
    const known = this.found.get(key);
    if (known !== undefined) return known.name;
    if (term.optional) this.has(term);
    const name = this.scope.take(term.name + pascal(word));
    this.found.set(key, { name, term, index, type });
    return name;
  }
}

/** Whether a value may be absent. */
export function isOptional(located: LocatedValue): boolean {
  if (located.kind === "column") return located.present !== undefined;
  return located.field.optional || located.field.value.kind === "object";
}

/** Whether a column holds a value itself, so that it can be the target of any assignment. */
export function isStoredAsIs(located: LocatedValue): boolean {
  if (isOptional(located)) return located.kind === "objects";
  return located.kind === "objects" || located.value.kind === "number" || located.value.kind === "entity";
}

/** Whether there is a statement that stores any value. */
export function isStorable(located: LocatedValue): boolean {
  const { kind } = located;
  if (kind === "objects" || located.present === undefined) return true;
  return located.value.kind === "number" || located.value.kind === "bool";
}

function stored(of: ComponentTerm, value: ValuePlan, given: Written): Written {
  if (value.kind === "enum") return [wordsOf(of, value), ".indexOf(", ...given, ")"];
  if (value.kind !== "bool") return given;
  const text = textOf(given);
  if (text === "true" || text === "false") return [text === "true" ? "1" : "0"];
  return /^!?[\w$.]+$/.test(text) ? [text, " ? 1 : 0"] : ["(", ...given, ") ? 1 : 0"];
}

function wordsOf({ component }: ComponentTerm, value: ValuePlan & { kind: "enum" }): NameRef {
  return { name: value.enum.words, from: component.file.path };
}

function zeroOf(value: ValuePlan): string {
  return value.kind === "number" && (value.of === "i64" || value.of === "u64") ? "0n" : "0";
}

/** The text of what names nothing that has to be imported; empty for other things. */
function textOf(written: Written): string {
  const [first] = written;
  return written.length === 1 && typeof first === "string" ? first : "";
}

function isLiteral(text: string): boolean {
  return /^-?\d[\d_.]*n?$|^true$|^false$/.test(text);
}
