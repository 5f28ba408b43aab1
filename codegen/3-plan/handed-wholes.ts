// What functions are handed whole: parts of components and rows of queries, and the columns that stand for these in copies of the
// functions.
import type { Part, Step } from "../model/body.js";
import type { TermPlan } from "../model/loop-plan.js";
import { ColumnAccess, ValueAccess, type Accessed, type UsedColumn, type UsedVector } from "./column-access.js";
import type { ParameterPlan, RowShape, Shape } from "./column-context.js";
import { camel, pascal, type Scope } from "./names.js";
import { EntityRoot, type RowRoot } from "./row-walks.js";

/** What is handed on whole. */
export type Whole = PartWhole | RowRoot;

/** A part of a component. */
export interface PartWhole {
  readonly kind: "part";
  readonly of: Accessed;
  readonly steps: readonly Step[];
  /** It may be absent. */
  readonly maybe: boolean;
  /** Where a constant is named that stands for it, if it may be absent: that was told when the constant was declared. */
  readonly told: Part | undefined;
}

/** What a copy takes of a component of who calls it. */
export interface HandedTerm {
  readonly of: Accessed;
  readonly presence: string | undefined;
  readonly columns: readonly UsedColumn[];
  readonly vectors: readonly UsedVector[];
}

/** What a copy takes in place of what it is handed. */
export interface HandedColumns {
  /** Of the copy. */
  readonly access: ColumnAccess;
  /** One, or all of a row. */
  readonly terms: readonly HandedTerm[];
  /** It is the last of those that share a row. */
  readonly last: boolean;
}

/** What stands for something in a copy while that is printed. */
export interface StandIn {
  readonly parameter: ParameterPlan;
  readonly access: ColumnAccess;
  readonly terms: readonly TermPair[];
}

/** A component of who calls, and what the copy calls it; a row calls it by the name of its member. */
interface TermPair {
  readonly of: Accessed;
  readonly term: TermPlan;
  readonly member: string;
}

/** What it is, for who looks at names. */
export function shapeOf(whole: Whole | undefined): Shape | RowShape | undefined {
  if (whole === undefined) return undefined;
  if (whole.kind === "part") return { ...componentShape(whole.of), steps: whole.steps };
  const members = [...whole.members].flatMap(([name, of]): [string, Shape][] =>
    of.kind === "entity" ? [] : [[name, componentShape(of)]],
  );
  return { members: new Map(members) };
}

function componentShape({ component, term }: Accessed): Shape {
  return { component, optional: term.optional, steps: [] };
}

/** What a parameter is called: that of a row only starts other names. */
export function localFor(name: string | undefined, whole: Whole | undefined, scope: Scope): string {
  if (whole?.kind === "row") return name ?? "";
  return scope.take(name ?? wordOf(whole));
}

/** What a parameter is called that its author took apart. */
function wordOf(whole: PartWhole | undefined): string {
  return whole === undefined ? "given" : (whole.steps.at(-1)?.name ?? camel(whole.of.component.name));
}

/** Stand-ins of what a copy is handed; `locals` are the names of its parameters. */
export function standInsFor(
  wholes: readonly (Whole | undefined)[],
  locals: readonly string[],
  scope: Scope,
  asValues: boolean,
): readonly (StandIn | undefined)[] {
  const pairs = wholes.map((whole, index) => whole && pairsOf(whole, locals[index] ?? ""));
  const accesses = accessesOf(wholes, locals, pairs, scope, asValues);
  return wholes.map((whole, index) => {
    const access = whole && accesses.get(accessOf(whole));
    const terms = pairs[index];
    if (whole === undefined || access === undefined || terms === undefined) return undefined;
    return { parameter: parameterFor(whole, locals[index] ?? "", terms, access), access, terms };
  });
}

function accessOf(whole: Whole): ColumnAccess {
  return whole.kind === "row" ? whole.access : whole.of.access;
}

function pairsOf(whole: Whole, local: string): readonly TermPair[] {
  const named = (of: Accessed, name: string, member: string): TermPair => ({
    of,
    term: { ...of.term, name, some: name },
    member,
  });
  if (whole.kind === "part") return [named(whole.of, local, "")];
  return [...whole.members].flatMap(([member, of]) =>
    of.kind === "entity" ? [] : [named(of, local === "" ? member : local + pascal(member), member)],
  );
}

/** Columns for each row; parts that share a row in the caller share one here. */
function accessesOf(
  wholes: readonly (Whole | undefined)[],
  locals: readonly string[],
  pairs: readonly (readonly TermPair[] | undefined)[],
  scope: Scope,
  asValues: boolean,
): ReadonlyMap<ColumnAccess, ColumnAccess> {
  const around = new Set(wholes.flatMap((whole) => (whole === undefined ? [] : accessOf(whole))));
  return new Map(
    [...around].map((access): [ColumnAccess, ColumnAccess] => {
      const isOfRow = (whole: Whole | undefined): boolean => whole !== undefined && accessOf(whole) === access;
      const first = locals[wholes.findIndex(isOfRow)] ?? "";
      const named = (word: string): string => (around.size === 1 || first === "" ? word : first + pascal(word));
      const inside = new Map<TermPlan, string>();
      wholes.forEach((whole, index) => {
        const steps = whole?.kind === "part" ? whole.steps : [];
        if (isOfRow(whole)) for (const { term } of pairs[index] ?? []) inside.set(term, startOf(steps));
      });
      if (asValues) return [access, new ValueAccess(scope, named("entity"), inside)];
      const names = { table: scope.take(named("table")), row: scope.take(named("row")) };
      return [access, new ColumnAccess(scope, names, inside)];
    }),
  );
}

/** What the columns of a struct start with. */
function startOf(steps: readonly Step[]): string {
  return steps.map(({ name }, index) => (index === 0 ? name : pascal(name))).join("");
}

function parameterFor(whole: Whole, name: string, terms: readonly TermPair[], access: ColumnAccess): ParameterPlan {
  const [only] = terms;
  if (whole.kind === "part") {
    const { component } = whole.of;
    const term = only?.term ?? whole.of.term;
    return { kind: "component", term, component, handed: { access, steps: whole.steps } };
  }
  const members = new Map<string, Accessed | EntityRoot>([["entity", new EntityRoot(access)]]);
  for (const { of, term, member } of terms) {
    members.set(member, { ...of, term, access, loop: undefined, outer: false });
  }
  return { kind: "row", name: name === "" ? whole.name : name, loop: undefined, access, members };
}

/** What a copy takes in place of what it is handed, when it is printed. */
export function handedColumns(standIns: readonly (StandIn | undefined)[]): readonly (HandedColumns | undefined)[] {
  const order = standIns.map((standIn) => standIn?.access);
  return standIns.map((standIn, index) => {
    if (standIn === undefined) return undefined;
    const { access, terms } = standIn;
    return {
      access,
      terms: terms.map(({ of, term }) => ({
        of,
        presence: access.isAsked(term) ? access.presences.get(term) : undefined,
        columns: access.used.filter(({ local }) => local.term === term).sort(byPlace),
        vectors: access.usedVectors.filter(({ local }) => local.term === term),
      })),
      last: order.lastIndexOf(access) === index,
    };
  });
}

/** Columns as their schema has them, then arrays. */
function byPlace({ local: a }: UsedColumn, { local: b }: UsedColumn): number {
  return Number("objects" in a.type) - Number("objects" in b.type) || a.index - b.index;
}

/** What says where a row is, behind the last of its columns; of who takes values, which entity it is. */
export function placeWords({ access, last }: HandedColumns): ("row" | "table" | "entity")[] {
  if (!last) return [];
  if (access instanceof ValueAccess) return access.usesEntity ? ["entity"] : [];
  return [...(access.usesTable ? ["table" as const] : []), ...(access.usesRow ? ["row" as const] : [])];
}
