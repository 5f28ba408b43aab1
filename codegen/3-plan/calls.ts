// How a function is run: which loop, over which query, with which arguments.
import type { ParameterSource, ScheduledRun, ViewFunction } from "../model/contract.js";
import type { ArgumentPlan } from "../model/loop-plan.js";
import type { CallPlan, NameRef, QueryPlan, ReaderPlan } from "../model/plan.js";
import type { Files } from "./layout-of-files.js";
import { joined, type Scope } from "./names.js";

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

/** What a parameter that is no component is given. */
export function argumentOf(name: string, source: ParameterSource, files: Files, member: () => string): ArgumentPlan {
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
