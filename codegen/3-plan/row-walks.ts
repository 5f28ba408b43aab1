// The rows of whole queries that a body goes through, as columns.
import type { RowBinding, Step } from "../model/body.js";
import type { RowWalkPlan, TermPlan } from "../model/loop-plan.js";
import type { ComponentPlan } from "../model/plan.js";
import type { Written } from "./brackets.js";
import { ColumnAccess, type Accessed } from "./column-access.js";
import type { FunctionGrounds } from "./grounds.js";
import { pascal, type Scope } from "./names.js";
import type { NameRef } from "../model/name-ref.js";
import type { QueryRowsPlan, RowTermPlan } from "../model/call-plan.js";

/** A whole query, as a parameter of the function that is printed. */
export interface QueryParameter {
  readonly kind: "query";
  readonly name: string;
  readonly rows: QueryRowsPlan;
  /** Of its terms, by their names. */
  readonly components: ReadonlyMap<string, ComponentPlan>;
}

/** The query that an argument is. */
export function queryParameter(
  { name, rows }: { readonly name: string; readonly rows: NameRef },
  grounds: Pick<FunctionGrounds, "component" | "rows">,
): QueryParameter | { readonly kind: "local"; readonly name: string } {
  const plan = grounds.rows(rows.from);
  if (plan === undefined) return { kind: "local", name };
  const components = plan.terms.flatMap((term): [string, ComponentPlan][] => {
    const component = grounds.component(term.qualified);
    return component === undefined ? [] : [[term.name, component]];
  });
  return { kind: "query", name, rows: plan, components: new Map(components) };
}

/** What a body calls a row. */
export interface RowRoot {
  readonly kind: "row";
  readonly name: string;
  /** The loop over rows that it belongs to: the number of its first row. */
  readonly loop: number | undefined;
  readonly access: ColumnAccess;
  /** Members by name. */
  readonly members: ReadonlyMap<string, Accessed | EntityRoot>;
}

/** The entity of a row. */
export class EntityRoot {
  readonly kind = "entity";
  private readonly access: ColumnAccess;

  constructor(access: ColumnAccess) {
    this.access = access;
  }

  /** How it is found. */
  get name(): string {
    return this.access.entity;
  }
}

/** One walk through the rows of a query. */
export class RowWalk {
  readonly root: RowRoot;
  private readonly access: ColumnAccess;
  private readonly terms: readonly TermPlan[];
  private readonly names: Pick<RowWalkPlan, "table" | "count" | "row" | "at" | "entered" | "columnsIn">;

  /** `outer`: it is the first of two rows. */
  constructor(query: QueryParameter, binding: RowBinding, loop: number, outer: boolean, scope: Scope) {
    const named = (word: string): string => scope.take(binding.name === undefined ? word : binding.name + pascal(word));
    this.names = {
      table: named("table"),
      count: named("count"),
      row: named("row"),
      at: named("at"),
      entered: named("columns"),
      columnsIn: named("columnsIn"),
    };
    this.access = new ColumnAccess(scope, this.names);
    const members = new Map<string, Accessed | EntityRoot>([["entity", new EntityRoot(this.access)]]);
    this.terms = query.rows.terms.flatMap((term) => {
      const component = query.components.get(term.name);
      if (component === undefined) return [];
      const plan = termOf(term, binding.names.some(isMember(term.name)) ? term.name : named(term.name));
      members.set(term.name, { kind: "component", term: plan, component, access: this.access, loop, outer });
      return [plan];
    });
    this.root = { kind: "row", name: binding.name ?? query.name, loop, access: this.access, members };
  }

  /** What came of it, when the body was printed. */
  plan(starts: readonly Written[]): RowWalkPlan {
    const { locals: columns, vectors, presences, holds } = this.access;
    const terms = this.terms.filter((term) => presences.has(term) || columns.some((column) => column.term === term));
    return { ...this.names, terms, columns, vectors, presences, holds, starts };
  }
}

/** A pattern that gives a member its own name takes it from all of the loop, so that it is free. */
function isMember(member: string): (part: { readonly name: string; readonly steps: readonly Step[] }) => boolean {
  return ({ name, steps }) => name === member && steps.length === 1 && steps[0]?.name === member;
}

function termOf({ token, cursor, optional, qualified }: RowTermPlan, name: string): TermPlan {
  return { name, some: name, set: "", dense: "", token, qualified, cursor, sparse: false, optional };
}
