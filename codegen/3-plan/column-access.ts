// The columns that a body uses, as locals of its loop.
import type { ColumnLocalPlan, TermPlan, VectorLocalPlan } from "../model/loop-plan.js";
import type { ColumnPlan, ValuePlan } from "../model/field-plan.js";
import type { ComponentPlan } from "../model/plan.js";
import type { Located } from "./column-parts.js";
import { pascal, type Scope } from "./names.js";
import type { NameRef } from "../model/name-ref.js";

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
  private readonly table: string;
  private readonly row: string;
  private readonly found = new Map<string, Omit<ColumnLocalPlan, "alone">>();
  /** The locals of which elements are read or written. */
  private readonly alone = new Set<string>();
  private readonly whole = new Map<string, VectorLocalPlan>();
  private readonly asked = new Map<TermPlan, string>();
  private readonly held = new Map<string, string>();

  /** `table` and `row` are the locals that hold them. */
  constructor(scope: Scope, { table, row }: { readonly table: string; readonly row: string }) {
    this.scope = scope;
    this.table = table;
    this.row = row;
  }

  /** The statement that says when a row was written, of a component whose changes others ask for. */
  stamp(of: ComponentTerm): string | undefined {
    const { changed } = of.component;
    return changed && `${this.cell(of, changed)} = ${this.table}.memory.tick;`;
  }

  /** In the order of their first use. */
  get locals(): readonly ColumnLocalPlan[] {
    return [...this.found.values()].map((local) => ({ ...local, alone: this.alone.has(local.name) }));
  }

  /** Vectors of which the index is calculated. */
  get vectors(): readonly VectorLocalPlan[] {
    return [...this.whole.values()];
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

  /** The element that holds a value. */
  target(of: ComponentTerm, located: LocatedValue): string {
    if (located.kind === "column") return this.cell(of, located.column);
    const { name, place } = located.field;
    const index = place?.kind === "objects" ? this.objectsIndex(of, place.objects.member) : 0;
    return this.element(of, this.local(of, { objects: located.path }, index, name));
  }

  /** The local that holds all columns of a vector. */
  vector(of: ComponentTerm, columns: readonly ColumnPlan[], word: string): string {
    const key = `${of.term.name} ${columns[0]?.index}`;
    const known = this.whole.get(key);
    if (known !== undefined) return known.name;
    const locals = columns.map((column) => this.columnLocal(of, column));
    const name = this.scope.take(of.term.name + pascal(word));
    this.whole.set(key, { name, term: of.term, columns: locals });
    return name;
  }

  private objectsIndex({ component }: ComponentTerm, member: string): number {
    return component.objects.find((objects) => objects.member === member)?.index ?? 0;
  }

  /** An element of a column. */
  cell(of: ComponentTerm, column: ColumnPlan): string {
    return this.element(of, this.columnLocal(of, column));
  }

  private columnLocal(of: ComponentTerm, { member, kind, index }: ColumnPlan): string {
    return this.local(of, { column: kind }, index, member.replace(/^\$|Column$/g, ""));
  }

  /** The local that holds the row. */
  get rowName(): string {
    return this.row;
  }

  /** The columns of an optional component are there where the body has asked. */
  private element({ term }: ComponentTerm, column: string): string {
    this.alone.add(column);
    return `${column}${term.optional ? "!" : ""}[${this.row}]`;
  }

  /** The local that says whether the table has an optional component. */
  has(term: TermPlan): string {
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

/** The array of an enum's words. */
export function wordsOf({ component }: ComponentTerm, value: ValuePlan & { kind: "enum" }): NameRef {
  return { name: value.enum.words, from: component.file.path };
}
