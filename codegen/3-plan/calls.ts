// How a function is run: which loop, over which query, with which arguments.
import type { Declaration, ParameterSource, ScheduledRun, ViewFunction } from "../model/contract.js";
import type { ArgumentPlan, CallPlan, LoopPlan, NameRef, QueryPlan, ReaderPlan, TermPlan } from "../model/plan.js";
import type { Files } from "./layout-of-files.js";
import { Scope, compareText, joined, pascal } from "./names.js";

/** Filters of a scheduled run, by qualified names. */
export interface Filters {
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly any: readonly string[];
  readonly changes: ScheduledRun["changes"];
}

/** No filter. */
export const unfiltered: Filters = { with: [], without: [], any: [], changes: undefined };

/** A function, with where the binding and its loop are. */
export interface Callable {
  readonly function: ViewFunction;
  readonly bound: NameRef;
  readonly loop: NameRef;
}

/** Names that every loop uses for itself. */
const loopLocals = ["world", "query", "table", "row", "count", "end", "dense", "entity", "entered", "run"];

/** How a schedule or a facade runs a function. `prefix` starts the names of the members that it needs. */
export function planCall(callable: Callable, prefix: string, filters: Filters, files: Files, members: Scope): CallPlan {
  const parameters = callable.function.parameters;
  const readers = parameters.flatMap(({ name, source }): ReaderPlan[] =>
    source.kind === "event-reader"
      ? [{ member: members.take(joined(prefix, name)), token: files.token(source.event) }]
      : [],
  );
  if (callable.function.form === "entity") {
    const member = members.take(prefix);
    return { kind: "loop", loop: callable.loop, member, query: planQuery(callable.function, filters, files), readers };
  }
  const unused = [...readers];
  const given = parameters.map(({ name, source }) =>
    argumentOf(name, source, files, () => unused.shift()?.member ?? name),
  );
  const { form, returns } = callable.function;
  // Who asks for a result only looks, and needs no sync point.
  const once = form === "system" && /^(?:void|undefined)$/.test(returns);
  return { kind: "call", bound: callable.bound, arguments: given, once, readers };
}

/** What a function's parameters and the filters ask for together. */
function planQuery(called: ViewFunction, filters: Filters, files: Files): QueryPlan {
  const { changes } = filters;
  const asked = called.parameters.flatMap(({ source }) => (source.kind === "component" ? [source] : []));
  const required = asked.filter((source) => !source.optional).map((source) => source.component);
  const optional = asked.filter((source) => source.optional).map((source) => source.component);
  const tokens = (names: readonly string[]): NameRef[] => [...new Set(names)].map((name) => files.token(name));
  return {
    all: tokens([...required, ...filters.with]),
    any: tokens(filters.any),
    none: tokens(filters.without),
    optional: tokens(optional),
    changes: changes && {
      changed: tokens(changes.changed),
      added: tokens(changes.added),
      removed: tokens(changes.removed),
    },
  };
}

/** A function compiled into a loop. `filters` are those of every run that uses it. */
export function planLoop(callable: Callable, source: string, filters: readonly Filters[], files: Files): LoopPlan {
  const { function: called, bound, loop } = callable;
  const scope = new Scope([...loopLocals, bound.name, loop.name]);
  const terms: TermPlan[] = [];
  const given = called.parameters.map(({ name, source: from }): ArgumentPlan => {
    if (from.kind === "entity" || from.kind === "world") return argumentOf(name, from, files, () => name);
    const local = scope.take(name);
    if (from.kind !== "component") return argumentOf(local, from, files, () => scope.take(`${local}Reader`));
    const term = planTerm(local, from, files, scope);
    terms.push(term);
    return { kind: "local", name: from.optional ? term.some : term.name };
  });
  const sparse = terms.filter((term) => term.sparse && !term.optional);
  const [driver] = sparse.sort((a, b) => compareText(a.qualified, b.qualified));
  const filtered = filters.flatMap((filter) => [...filter.with, ...filter.without, ...filter.any]);
  const changing = filters.some(({ changes }) => changes !== undefined);
  const perRow = changing || filtered.some((name) => isPerRow(files.declaration(name)));
  return {
    file: { path: loop.from, source },
    name: loop.name,
    doc: called.doc,
    bound,
    terms,
    arguments: given,
    driver,
    perRow,
  };
}

/** Whether a table alone does not say that an entity has it. */
function isPerRow({ kind, storage }: Declaration): boolean {
  return kind === "relation" || storage === "sparse" || storage === "toggle";
}

function planTerm(
  name: string,
  source: ParameterSource & { readonly kind: "component" },
  files: Files,
  scope: Scope,
): TermPlan {
  const declaration = files.declaration(source.component);
  const sparse = declaration.storage === "sparse";
  return {
    name,
    some: source.optional && sparse ? scope.take(`some${pascal(name)}`) : name,
    set: sparse ? scope.take(`${name}Set`) : "",
    dense: sparse ? scope.take(`${name}Row`) : "",
    token: files.token(source.component),
    qualified: source.component,
    cursor: files.cursor(source.component),
    sparse,
    optional: source.optional,
  };
}

function argumentOf(name: string, source: ParameterSource, files: Files, member: () => string): ArgumentPlan {
  switch (source.kind) {
    case "component":
    case "value":
      return { kind: "local", name: source.kind === "value" && source.rest ? `...${name}` : name };
    case "resource":
      return { kind: "resource", name, token: files.token(source.resource) };
    case "event-writer":
      return { kind: "writer", name, token: files.token(source.event) };
    case "event-reader":
      return { kind: "reader", name, member: member(), token: files.token(source.event) };
    case "entity":
    case "world":
    case "commands":
      return { kind: source.kind, name };
  }
}
