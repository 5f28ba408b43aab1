import type { Entity } from "../entities/entity.js";
import { EcsError } from "../errors.js";
import type { Gate } from "../gate.js";
import type { PossibleValues } from "../tables/component-list.js";
import type { ComponentType } from "../tables/component-type.js";
import type { Storage } from "../tables/storage.js";
import type { Filter } from "./filter.js";
import type { Query } from "./query.js";
import { inTokens, type QueryFilter, type TermNames } from "./query-filter.js";

/** What is known of a named query. */
export interface QueryInfo {
  readonly name: string;
  /** What it asks for, in tokens. */
  readonly filter: Filter;
}

/** An entity that a query finds, and copies of its values: `undefined` where it lacks one. */
export type QueryRow<Types extends readonly ComponentType[] = readonly ComponentType[]> = [
  entity: Entity,
  ...values: PossibleValues<Types>,
];

interface NamedQuery {
  readonly info: QueryInfo;
  readonly query: Query;
}

/** Queries that a program makes under a name while it runs, for tools and scripts: `world.queries`. */
export class NamedQueries {
  readonly #storage: Storage;
  readonly #gate: Gate;
  readonly #names: TermNames;
  readonly #make: (filter: Filter) => Query;
  /** In order of creation. */
  readonly #queries = new Map<string, NamedQuery>();

  constructor(storage: Storage, gate: Gate, names: TermNames, make: (filter: Filter) => Query) {
    this.#storage = storage;
    this.#gate = gate;
    this.#names = names;
    this.#make = make;
  }

  /** How many there are. */
  get count(): number {
    return this.#queries.size;
  }

  /**
   * Makes a query under a name. Throws `QueryExists`, `UnknownComponent`, `UnknownRelation`, or `StaleEntity` for the
   * target of a relation, with nothing changed.
   */
  create(name: string, filter: QueryFilter = {}): QueryInfo {
    this.#gate.require("create a query");
    this.#requireFree(name);
    return this.#put(name, filter);
  }

  /** Gives a query another filter; it keeps its name and its place. Throws `UnknownQuery`, or as `create` does. */
  update(name: string, filter: QueryFilter): QueryInfo {
    this.#gate.require("update a query");
    this.get(name);
    return this.#put(name, filter);
  }

  /** Makes a query with the filter of another. Throws `UnknownQuery` or `QueryExists`. */
  clone(name: string, as: string): QueryInfo {
    this.#gate.require("clone a query");
    const { filter } = this.#require(name).info;
    this.#requireFree(as);
    return this.#put(as, filter);
  }

  /** Forgets a query; `false` when there is none of that name. */
  delete(name: string): boolean {
    this.#gate.require("delete a query");
    return this.#queries.delete(name);
  }

  /** Whether there is a query of that name. */
  has(name: string): boolean {
    return this.#queries.has(name);
  }

  /** What is known of a query; undefined when there is none of that name. */
  info(name: string): QueryInfo | undefined {
    return this.#queries.get(name)?.info;
  }

  /** What is known of all of them, in order of creation. */
  all(): QueryInfo[] {
    return Array.from(this.#queries.values(), ({ info }) => info);
  }

  /** The query of a name, to look at what it finds. Throws `UnknownQuery`. */
  get(name: string): Query {
    return this.#require(name).query;
  }

  /** Runs a query: all that it finds, in its order. Throws `UnknownQuery`. */
  run(name: string): Entity[] {
    return this.get(name).entities();
  }

  /** Runs a query: what it finds, in lists of this many, the last one with the rest. Throws `InvalidArgument` as well. */
  runInBatches(name: string, size: number): Entity[][] {
    if (!Number.isInteger(size) || size < 1) {
      const message = `query \`${name}\` was asked for batches of ${size}`;
      throw new EcsError("InvalidArgument", message, "give a whole number, 1 or more");
    }
    const found = this.run(name);
    return Array.from({ length: Math.ceil(found.length / size) }, (_, i) => found.slice(i * size, (i + 1) * size));
  }

  /**
   * Runs a query: what it finds with copies of these components, or of all that its `all`, `any` and `optional` parts name.
   * Throws `UnknownQuery` or `UnknownComponent`.
   */
  runWithValues<const Types extends readonly ComponentType[]>(name: string, types?: Types): QueryRow<Types>[] {
    const read = types ?? componentsOf(this.#require(name).info.filter);
    for (const type of read) this.#storage.registry.require(type);
    return this.run(name).map((entity) => this.#row<Types>(entity, read));
  }

  /** What a filter finds now. Throws as `create` does. */
  find(filter: QueryFilter): Entity[] {
    return this.#make(inTokens(filter, this.#names)).entities();
  }

  /** For the world, which starts anew. */
  $reset(): void {
    this.#queries.clear();
  }

  #put(name: string, filter: QueryFilter): QueryInfo {
    const tokens = inTokens(filter, this.#names);
    const named = { info: { name, filter: tokens }, query: this.#make(tokens) };
    this.#queries.set(name, named);
    return named.info;
  }

  /** The one place where the values of a row get the types of its tokens: each was read with its own token. */
  #row<Types extends readonly ComponentType[]>(entity: Entity, types: readonly ComponentType[]): QueryRow<Types> {
    const values: unknown[] = types.map((type) => this.#storage.at(entity, type)?.$read());
    return [entity, ...values] as QueryRow<Types>;
  }

  #requireFree(name: string): void {
    if (!this.#queries.has(name)) return;
    const message = `there is a query \`${name}\` already`;
    throw new EcsError("QueryExists", message, "give it another name, or update or delete the first one");
  }

  #require(name: string): NamedQuery {
    const found = this.#queries.get(name);
    if (found !== undefined) return found;
    const help = "create it first, or ask `world.queries.all()` which there are";
    throw new EcsError("UnknownQuery", `there is no query \`${name}\``, help);
  }
}

/** The components that a filter names where an entity may have them, each once, in the order of the filter. */
function componentsOf({ all = [], any = [], optional = [] }: Filter): ComponentType[] {
  return [...new Set([...all, ...any, ...optional])].filter(isComponent);
}

function isComponent(term: NonNullable<Filter["all"]>[number]): term is ComponentType {
  return "kind" in term && term.kind === "component";
}
