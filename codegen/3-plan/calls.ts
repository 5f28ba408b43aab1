// How a function is run: which loop, over which query, with which arguments.
import type { ParameterSource, ScheduledRun, ViewFunction } from "../model/contract.js";
import type { ArgumentPlan } from "../model/loop-plan.js";
import type { Callable } from "./callables.js";
import type { CallGrounds, DeclaredNames } from "./grounds.js";
import { joined, type Scope } from "./names.js";
import type { CallChanges, CallPlan, KeptPlan, QueryPlan } from "../model/call-plan.js";
import type { NameRef } from "../model/name-ref.js";

/** Filters of a scheduled run, by qualified names. */
export interface Filters {
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly any: readonly string[];
  readonly changes: ScheduledRun["changes"];
}

/** No filter. */
export const unfiltered: Filters = { with: [], without: [], any: [], changes: undefined };

/** How a schedule or a facade runs a function. `prefix` starts the names of the members that it needs. */
export function planCall(
  callable: Callable,
  prefix: string,
  filters: Filters,
  grounds: CallGrounds,
  members: Scope,
): CallPlan {
  const parameters = callable.function.parameters;
  const parts = parameters.map(({ name, source }): KeptPlan | undefined => {
    if (source.kind !== "event-reader" && source.kind !== "query") return undefined;
    const member = members.take(joined(prefix, name));
    if (source.kind === "query")
      return { kind: "query", member, rows: rowsOf(name, callable.rows), changes: source.changes !== undefined };
    return { kind: "reader", member, token: grounds.token(source.event) };
  });
  const kept = parts.filter((part) => part !== undefined);
  if (callable.function.form === "entity") {
    const member = members.take(prefix);
    return { kind: "loop", loop: callable.loop, member, query: planQuery(parameters, filters, grounds), kept };
  }
  const unused = [...kept];
  const given = parameters.map(({ name, source }) =>
    argumentOf(name, source, grounds, () => unused.shift()?.member ?? name, callable.rows),
  );
  return {
    kind: "call",
    bound: grounds.printed(callable.bound.name) ?? callable.bound,
    arguments: given,
    changes: changesOf(callable.function),
    kept,
  };
}

function changesOf({ form, returns, parameters }: ViewFunction): CallChanges {
  // No row may move while somebody looks at it.
  if (parameters.some(({ source }) => source.kind === "query")) return "waiting";
  // Who asks for a result only looks, and needs no sync point.
  return form === "system" && /^(?:void|undefined)$/.test(returns) ? "synced" : "at once";
}

/** What the parameters of a function, or the members of a row, and the filters ask for together. */
export function planQuery(
  asking: readonly { readonly source: ParameterSource }[],
  filters: Filters,
  declared: Pick<DeclaredNames, "token">,
): QueryPlan {
  const { changes } = filters;
  const asked = asking.map(({ source }) => source).filter((source) => source.kind === "component");
  const components = (optional: boolean): string[] =>
    asked.filter((source) => source.optional === optional).map((source) => source.component);
  const tokens = (names: readonly string[]): NameRef[] =>
    names.length === 0 ? [] : [...new Set(names)].map((name) => declared.token(name));
  return {
    all: tokens(components(false).concat(filters.with)),
    any: tokens(filters.any),
    none: tokens(filters.without),
    optional: tokens(components(true)),
    changes: changes && {
      changed: tokens(changes.changed),
      added: tokens(changes.added),
      removed: tokens(changes.removed),
    },
  };
}

/** What a parameter that is no component is given. */
export function argumentOf(
  name: string,
  source: ParameterSource,
  declared: Pick<DeclaredNames, "token">,
  member: () => string,
  rows: Callable["rows"],
): ArgumentPlan {
  switch (source.kind) {
    case "component":
    case "value":
      return { kind: "local", name: source.kind === "value" && source.rest ? `...${name}` : name };
    case "resource":
      return { kind: "resource", name, token: declared.token(source.resource) };
    case "event-writer":
      return { kind: "writer", name, token: declared.token(source.event) };
    case "event-reader":
      return { kind: "reader", name, member: member(), token: declared.token(source.event) };
    case "query":
      return { kind: "query", name: member(), rows: rowsOf(name, rows) };
    case "entity":
    case "world":
    case "commands":
      return { kind: source.kind, name };
  }
}

/** The rows of a parameter that is a whole query. */
export function rowsOf(parameter: string, rows: Callable["rows"]): NameRef {
  const found = rows.get(parameter);
  if (found === undefined) throw new Error(`\`${parameter}\` is no query`);
  return found;
}
