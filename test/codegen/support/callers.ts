// What calls a function of an app in place of its loop: arguments for parameters of every kind.
import fc from "fast-check";
import {
  EventWindow,
  type ComponentType,
  type EventType,
  type Query,
  type ResourceType,
  type World,
} from "ecsgen/runtime";
import type { Parameter, ParameterSource, ViewFunction } from "../../../codegen/model/contract.js";
import { untyped } from "../../runtime/kit/code-of.js";

/** What the caller of a function gives for a parameter, in one run; at a row if it is called for every entity. */
type Argument = (world: World, values: object) => (table?: Query["tables"][number], row?: number) => unknown;

/** What the callers of a function and of its loop give for one parameter. */
export interface Given {
  readonly toFunction: Argument;
  /** Undefined for what the loop of a per-entity function finds by itself. */
  readonly toLoop: ((world: World) => unknown) | undefined;
}

/** A token of an app, by its qualified name. */
export function tokenOf<Token>(entry: object, name: string): Token {
  const tokens: readonly unknown[] = Object.values(entry);
  return untyped<Token>(tokens.find((token) => Reflect.get(Object(token), "name") === name));
}

/** What the caller of a function gives for a parameter that is no whole query. */
function argumentOf(name: string, source: Exclude<ParameterSource, { kind: "query" }>, entry: object): Argument {
  switch (source.kind) {
    case "component": {
      const type = tokenOf<ComponentType>(entry, source.component);
      return () =>
        (table, row = 0) =>
          table?.has(type.index) === true ? table.cursorAt(type, row) : undefined;
    }
    case "resource": {
      const type = tokenOf<ResourceType>(entry, source.resource);
      return (world) => () => world.resource(type);
    }
    case "event-writer": {
      const type = tokenOf<EventType>(entry, source.event);
      return (world) => () => world.writer(type);
    }
    case "event-reader": {
      const type = tokenOf<EventType>(entry, source.event);
      return (world) => {
        const window = new EventWindow(world.reader(type));
        // Every row reads the same events.
        return () => (window.rewind(), window);
      };
    }
    case "entity":
      return () =>
        (table, row = 0) =>
          table?.entityAt(row);
    case "world":
      return (world) => () => world;
    case "commands":
      return (world) => () => world.commands;
    case "value":
      return (world, values) => () => {
        const value: unknown = Reflect.get(values, name);
        return source.type === "Entity" && typeof value === "number" ? world.entities.living()[value] : value;
      };
  }
}

/** What a module exports under a name. */
export async function memberOf<Member>(file: string, name: string): Promise<Member> {
  return untyped<Member>(Reflect.get(await import(/* @vite-ignore */ file), name));
}

/** What is given for a parameter; `queries` has the modules of the classes of whole queries, by the names of the parameters. */
export async function givenFor(
  { name, source }: Parameter,
  queries: ReadonlyMap<string, readonly [name: string, file: string]>,
  entry: object,
): Promise<Given> {
  if (source.kind !== "query") {
    const toFunction = argumentOf(name, source, entry);
    if (source.kind !== "event-reader") return { toFunction, toLoop: undefined };
    return { toFunction, toLoop: (world) => world.reader(tokenOf<EventType>(entry, source.event)) };
  }
  const [type = "", file = ""] = queries.get(name) ?? [];
  const rows = await memberOf<new (world: World) => unknown>(file, type);
  const toLoop = (world: World): unknown => new rows(world);
  return {
    toFunction: (world) => {
      const whole = toLoop(world);
      return () => whole;
    },
    toLoop,
  };
}

/** Values that any caller may give, by the canonical text of their type; entities by their number among the living. */
const values: { readonly [type: string]: fc.Arbitrary<unknown> | undefined } = {
  number: fc.oneof(fc.integer({ min: -2, max: 6 }), fc.double()),
  boolean: fc.boolean(),
  string: fc.string({ maxLength: 4 }),
  Entity: fc.nat(7),
};

/** What a caller gives for all parameters that are values, by their names. */
export function valuesOf({ parameters }: ViewFunction): fc.Arbitrary<object> {
  const all = parameters.flatMap(({ name, source }): [string, fc.Arbitrary<unknown>][] => {
    if (source.kind !== "value") return [];
    const any = source.rest ? undefined : values[source.type];
    if (any === undefined) throw new Error(`\`${name}\` is a \`${source.type}\`: say above which there are`);
    return [[name, source.optional ? fc.option(any, { nil: undefined }) : any]];
  });
  return fc.record(Object.fromEntries(all));
}
