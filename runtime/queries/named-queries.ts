import type { Entity } from "../entities/entity.js";
import { EcsError } from "../errors.js";
import type { Gate } from "../gate.js";
import { requireList, requireName, shownGiven } from "../given.js";
import type { PossibleValues } from "../tables/component-list.js";
import type { ComponentType } from "../tables/component-type.js";
import type { Storage } from "../tables/storage.js";
import { ChangeQuery } from "./change-query.js";
import { asksForChanges, type ChangeFilter } from "./change-terms.js";
import type { FilterTerm } from "./filter.js";
import type { Query } from "./query.js";
import { inTokens, type QueryFilter, type TermNames } from "./query-filter.js";

/** What is known of a named query. */
export interface QueryInfo {
  readonly name: string;
  /** What it asks for, in tokens. */
  readonly filter: ChangeFilter;
}

/** An entity that a query finds, and copies of its values: `undefined` where it lacks one. */
export type QueryRow<Types extends readonly ComponentType[] = readonly ComponentType[]> = [
  entity: Entity,
  ...values: PossibleValues<Types>,
];

interface NamedQuery {
  readonly info: QueryInfo;
  readonly query: Query;
  /** The same, when it asks for changes. */
  readonly changes: ChangeQuery | undefined;
}

/** Makes queries. */
export interface QueryMaker {
  queryFor(filter: ChangeFilter): Query;
}

/** Queries that a program makes under a name while it runs, for tools and scripts: `world.queries`. */
export class NamedQueries {
  readonly #storage: Storage;
  readonly #gate: Gate;
  readonly #names: TermNames;
  readonly #maker: QueryMaker;
  /** In order of creation. */
  readonly #queries = new Map<string, NamedQuery>();

  constructor(storage: Storage, gate: Gate, names: TermNames, maker: QueryMaker) {
    this.#storage = storage;
    this.#gate = gate;
    this.#names = names;
    this.#maker = maker;
  }

  /** How many there are. */
  get count(): number {
    return this.#queries.size;
  }

  /**
   * Makes a query under a name. Throws `QueryExists`, `UnknownComponent`, `UnknownRelation`, `StaleEntity` for the target of
   * a relation, `UntrackedComponent`, or `InvalidArgument` for a change of what has no data; then nothing has changed.
   */
  create(name: string, filter: QueryFilter = {}): QueryInfo {
    this.#gate.require("create a query");
    requireName(name, "the name of a query");
    this.#requireFree(name);
    return this.#put(name, filter);
  }

  /** Gives a query another filter, as if it never ran; it keeps its name and its place. Throws `UnknownQuery`, or as `create` does. */
  update(name: string, filter: QueryFilter): QueryInfo {
    this.#gate.require("update a query");
    const { changes } = this.#require(name);
    const info = this.#put(name, filter);
    changes?.close();
    return info;
  }

  /** Makes a query with the filter of another, which has seen what that has seen. Throws `UnknownQuery` or `QueryExists`. */
  clone(name: string, as: string): QueryInfo {
    this.#gate.require("clone a query");
    const { info, changes } = this.#require(name);
    requireName(as, "the name of a query");
    this.#requireFree(as);
    const copy = this.#put(as, info.filter);
    if (changes !== undefined) this.#require(as).changes?.follow(changes);
    return copy;
  }

  /** Forgets a query; `false` when there is none of that name. */
  delete(name: string): boolean {
    this.#gate.require("delete a query");
    this.#queries.get(name)?.changes?.close();
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
    const { query, changes } = this.#require(name);
    return changes === undefined ? query.entities() : changes.run(() => changes.entities());
  }

  /** Runs a query: what it finds, in lists of this many, the last one with the rest. Throws `InvalidArgument` as well. */
  runInBatches(name: string, size: number): Entity[][] {
    if (!Number.isInteger(size) || size < 1) {
      const message = `query \`${shownGiven(name)}\` was asked for batches of ${shownGiven(size)}`;
      throw new EcsError("InvalidArgument", message, "give a whole number, 1 or more");
    }
    const found = this.run(name);
    return Array.from({ length: Math.ceil(found.length / size) }, (_, i) => found.slice(i * size, (i + 1) * size));
  }

  /**
   * Runs a query: what it finds with copies of these components, or of all that its parts name but `none` and
   * `removed`.
   * Throws `UnknownQuery` or `UnknownComponent`.
   */
  runWithValues<const Types extends readonly ComponentType[]>(name: string, types?: Types): QueryRow<Types>[] {
    const read = types ?? componentsOf(this.#require(name).info.filter);
    requireList(read, "a list of components");
    for (const type of read) this.#storage.registry.require(type);
    return this.run(name).map((entity) => this.#row<Types>(entity, read));
  }

  /** What a filter finds now. Throws as `create` does, or `InvalidArgument` when it asks for changes. */
  find(filter: QueryFilter): Entity[] {
    const tokens = inTokens(filter, this.#names);
    if (!asksForChanges(tokens)) return this.#maker.queryFor(tokens).entities();
    const message = "a query without a name remembers no last run, so it cannot ask for changes";
    throw new EcsError("InvalidArgument", message, "create it under a name");
  }

  /** For the world, which starts anew. */
  $reset(): void {
    for (const { changes } of this.#queries.values()) changes?.close();
    this.#queries.clear();
  }

  #put(name: string, filter: QueryFilter): QueryInfo {
    const tokens = inTokens(filter, this.#names);
    const info = { name, filter: tokens };
    const query = this.#maker.queryFor(tokens);
    this.#queries.set(name, { info, query, changes: query instanceof ChangeQuery ? query : undefined });
    return info;
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
    throw new EcsError("UnknownQuery", `there is no query \`${shownGiven(name)}\``, help);
  }
}

/** The components that a filter names where an entity may have them, each once, in the order of the filter. */
function componentsOf(filter: ChangeFilter): ComponentType[] {
  const { all = [], any = [], optional = [], changed = [], added = [] } = filter;
  return [...new Set([...all, ...any, ...optional, ...changed, ...added])].filter(isComponent);
}

function isComponent(term: FilterTerm): term is ComponentType {
  return "kind" in term && term.kind === "component";
}
