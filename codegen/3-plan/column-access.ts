// The columns that a body uses, as locals of its loop.
import type { ColumnLocalPlan, TermPlan, VectorLocalPlan } from "../model/loop-plan.js";
import type { ColumnPlan, FieldPlan, ValuePlan } from "../model/field-plan.js";
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

/** A column, or an array of values beside the table. */
export type ColumnSource =
  { readonly kind: "column"; readonly column: ColumnPlan } | (LocatedValue & { readonly kind: "objects" });

/** A local that a body uses, and what it is of. */
export interface UsedColumn {
  readonly local: ColumnLocalPlan;
  readonly source: ColumnSource;
}

/** A column that a body names, and the local that it has for it. */
interface FoundColumn extends ComponentTerm {
  readonly name: string;
  readonly source: ColumnSource;
}

/** All columns of a vector that a body uses, in one local. */
export interface UsedVector {
  readonly local: VectorLocalPlan;
  readonly columns: readonly ColumnPlan[];
  readonly word: string;
}

/** The columns that a body uses, each a local of the loop. */
export class ColumnAccess {
  protected readonly scope: Scope;
  private readonly table: string;
  private readonly row: string;
  /** In the order of their first use. */
  private readonly found: FoundColumn[] = [];
  private readonly names = new Map<TermPlan, Map<ColumnPlan | FieldPlan, string>>();
  private readonly vectorSources = new Map<string, Omit<UsedVector, "local">>();
  /** Where structs are that terms stand for, which need not be said of their columns. */
  private readonly inside: ReadonlyMap<TermPlan, string>;
  /** The locals of which elements are read or written. */
  private readonly alone = new Set<string>();
  private readonly whole = new Map<string, VectorLocalPlan>();
  private readonly asked = new Map<TermPlan, string>();
  private readonly asking = new Set<TermPlan>();
  private readonly held = new Map<string, string>();

  /** Whether the table itself is used, and the row. */
  usesTable = false;
  usesRow = false;

  /** `table` and `row` are the locals that hold them. */
  constructor(
    scope: Scope,
    { table, row }: { readonly table: string; readonly row: string },
    inside: ReadonlyMap<TermPlan, string> = new Map(),
  ) {
    this.scope = scope;
    this.inside = inside;
    this.table = table;
    this.row = row;
  }

  /** The statement that says when a row was written, of a component whose changes others ask for. */
  stamp(of: ComponentTerm): string | undefined {
    const stamp = this.stampValue(of);
    return stamp && `${stamp};`;
  }

  /** The same as an expression. */
  stampValue(of: ComponentTerm): string | undefined {
    const { changed } = of.component;
    if (changed === undefined) return undefined;
    this.usesTable = true;
    return `${this.cell(of, changed)} = ${this.table}.memory.tick`;
  }

  /** In the order of their first use. */
  get locals(): readonly ColumnLocalPlan[] {
    return this.found.map((found) => this.localOf(found));
  }

  /** Vectors of which the index is calculated. */
  get vectors(): readonly VectorLocalPlan[] {
    return [...this.whole.values()];
  }

  /** Columns that are used by themselves, and what they are of. */
  get used(): readonly UsedColumn[] {
    return this.found
      .map((found) => ({ local: this.localOf(found), source: found.source }))
      .filter(({ local }) => local.alone);
  }

  /** The vectors, and what they are of. */
  get usedVectors(): readonly UsedVector[] {
    return this.vectors.flatMap((local) => {
      const source = this.vectorSources.get(local.name);
      return source === undefined ? [] : [{ local, ...source }];
    });
  }

  /** The local that is a column, for who is handed it. */
  handed(of: ComponentTerm, source: ColumnSource): string {
    const name = this.sourceLocal(of, source);
    this.alone.add(name);
    return name;
  }

  /** The value that stands in a column. */
  handedValue(of: ComponentTerm, source: ColumnSource): string {
    const cell = this.element(of, this.sourceLocal(of, source));
    return source.kind === "objects" && isOptional(source) ? cell : this.sure(cell);
  }

  /** The local that holds the table, for who is handed it. */
  get tableName(): string {
    this.usesTable = true;
    return this.table;
  }

  /** The entity of the row. */
  get entity(): string {
    return `${this.tableName}.entityAt(${this.rowName})`;
  }

  /** Says that an element is there. */
  sure(cell: string): string {
    return `${cell}!`;
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
    return this.element(of, this.sourceLocal(of, located));
  }

  /** The local that holds all columns of a vector. */
  vector(of: ComponentTerm, columns: readonly ColumnPlan[], word: string): string {
    const key = `${of.term.name} ${columns[0]?.index}`;
    const known = this.whole.get(key);
    if (known !== undefined) return known.name;
    const locals = columns.map((column) => this.sourceLocal(of, { kind: "column", column }));
    const [inside, full] = [pascal(this.inside.get(of.term) ?? ""), pascal(word)];
    const own = full.startsWith(inside) ? full.slice(inside.length) : full;
    const name = this.scope.take(of.term.name + (own === "" ? "Columns" : own));
    this.whole.set(key, { name, term: of.term, columns: locals });
    this.vectorSources.set(name, { columns, word });
    return name;
  }

  /** An element of a column. */
  cell(of: ComponentTerm, column: ColumnPlan): string {
    return this.element(of, this.sourceLocal(of, { kind: "column", column }));
  }

  /** The local that holds the row. */
  get rowName(): string {
    this.usesRow = true;
    return this.row;
  }

  protected use(column: string): void {
    this.alone.add(column);
  }

  /** The columns of an optional component are there where the body has asked. */
  protected element({ term }: ComponentTerm, column: string): string {
    this.use(column);
    return `${column}${term.optional ? "!" : ""}[${this.rowName}]`;
  }

  /** The local that says whether the table has an optional component, for who asks. */
  has(term: TermPlan): string {
    this.asking.add(term);
    return this.presenceOf(term);
  }

  /** Whether somebody asks for an optional component. */
  isAsked(term: TermPlan): boolean {
    return this.asking.has(term);
  }

  private presenceOf(term: TermPlan): string {
    const name = this.asked.get(term) ?? this.scope.take(`has${pascal(term.name)}`);
    this.asked.set(term, name);
    return name;
  }

  private sourceLocal({ term, component }: ComponentTerm, source: ColumnSource): string {
    const names = this.namesOf(term);
    const column = source.kind === "column" ? source.column : source.field;
    const known = names.get(column);
    if (known !== undefined) return known;
    if (term.optional) this.presenceOf(term);
    const name = this.scope.take(term.name + pascal(wordFor(source, this.inside.get(term) ?? "")));
    names.set(column, name);
    this.found.push({ name, term, component, source });
    return name;
  }

  private namesOf(term: TermPlan): Map<ColumnPlan | FieldPlan, string> {
    const known = this.names.get(term);
    if (known !== undefined) return known;
    const names = new Map<ColumnPlan | FieldPlan, string>();
    this.names.set(term, names);
    return names;
  }

  private localOf({ name, term, component, source }: FoundColumn): ColumnLocalPlan {
    const alone = this.alone.has(name);
    if (source.kind === "column") {
      return { name, term, index: source.column.index, type: { column: source.column.kind }, alone };
    }
    const index = component.objects.find(({ field }) => field === source.field)?.index ?? 0;
    return { name, term, index, type: { objects: source.path }, alone };
  }
}

/** What to call a local by what it is of; `inside`: what need not be said. */
function wordFor(source: ColumnSource, inside: string): string {
  if (source.kind === "objects") return source.field.name;
  // `$spinAxisXColumn`
  const member = source.column.member.slice(1);
  const word = member.endsWith("Column") ? member.slice(0, -"Column".length) : member;
  return word.startsWith(inside) ? word.slice(inside.length) : word;
}

/** Columns of which a function is given the values: they are read before it is called. */
export class ValueAccess extends ColumnAccess {
  private readonly entityWord: string;
  private entityName: string | undefined;

  /** `entityWord` is what to call the entity of the row. */
  constructor(scope: Scope, entityWord: string, inside: ReadonlyMap<TermPlan, string>) {
    super(scope, { table: "", row: "" }, inside);
    this.entityWord = entityWord;
  }

  /** Whether the entity of the row is used. */
  get usesEntity(): boolean {
    return this.entityName !== undefined;
  }

  override get entity(): string {
    return (this.entityName ??= this.scope.take(this.entityWord));
  }

  protected override element(_of: ComponentTerm, column: string): string {
    this.use(column);
    return column;
  }

  override sure(cell: string): string {
    return cell;
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

/** Whether a calculation with it may throw, as those with bigints do. */
export function isBigint(located: LocatedValue): boolean {
  return located.kind === "column" && located.value.kind === "number" && /^[iu]64$/.test(located.value.of);
}

/** The array of an enum's words. */
export function wordsOf({ component }: ComponentTerm, value: ValuePlan & { kind: "enum" }): NameRef {
  return { name: value.enum.words, from: component.file.path };
}
