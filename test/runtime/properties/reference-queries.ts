import type {
  ChangeFilter,
  ComponentType,
  Entity,
  Filter,
  FilterTerm,
  QueryFilter,
  RelationTerm,
  RelationType,
} from "ecsgen/runtime";
import { allComponents } from "../kit/all-components.js";
import { allRelations } from "../kit/all-relations.js";
import { failWith } from "./failures.js";
import { ReferenceChangeQuery } from "./reference-change-query.js";
import type { ReferenceGate } from "./reference-gate.js";
import type { ReferenceStore } from "./reference-store.js";
import { copied } from "./rows.js";
import type { QueriesLike, QueryLike } from "./world-like.js";

/** What a filter finds, by looking at everyone. */
export function findIn(store: ReferenceStore, filter: Filter): QueryLike {
  for (const term of [...(filter.all ?? []), ...(filter.any ?? []), ...(filter.none ?? [])]) {
    if (isTargeted(term)) store.require(term[1]);
  }
  const entities = (): Entity[] => candidates(store, filter).filter((entity) => matches(store, entity, filter));
  return {
    entities,
    count: () => entities().length,
    isEmpty: () => entities().length === 0,
    first: () => entities()[0],
    has: (entity) => matches(store, entity, filter),
  };
}

/** In order: by edges to the first target that is required, by the first sparse component, or by table. */
function candidates(store: ReferenceStore, { all = [] }: Filter): Entity[] {
  const [edge] = all.filter(isTargeted).sort(([a], [b]) => a.index - b.index);
  if (edge !== undefined) return store.edges.sources(edge[1], edge[0]);
  const [sparse] = all.filter(isSparse).sort((a, b) => a.index - b.index);
  return sparse === undefined ? store.tables.all() : [...store.tables.dense(sparse)];
}

function matches(store: ReferenceStore, entity: Entity, { all = [], any = [], none = [] }: Filter): boolean {
  if (store.alive.get(entity) === undefined) return false;
  const has = (term: FilterTerm): boolean => {
    if (isTargeted(term)) return store.edges.find(entity, term[0], term[1]) !== undefined;
    if (term.kind === "relation") return store.edges.of(term).some(({ source }) => source === entity);
    return store.has(entity, term);
  };
  return all.every(has) && !none.some(has) && (any.length === 0 || any.some(has));
}

function isTargeted(term: FilterTerm): term is Exclude<RelationTerm, RelationType> {
  return Array.isArray(term);
}

function isSparse(term: FilterTerm): term is ComponentType {
  return "kind" in term && term.kind === "component" && term.storage === "sparse";
}

/** Queries by name, in order of creation. */
export class ReferenceQueries implements QueriesLike {
  readonly #store: ReferenceStore;
  readonly #gate: ReferenceGate;
  readonly #filters = new Map<string, ChangeFilter>();
  readonly #queries = new Map<string, QueryLike | ReferenceChangeQuery>();

  constructor(store: ReferenceStore, gate: ReferenceGate) {
    this.#store = store;
    this.#gate = gate;
  }

  get count(): number {
    return this.#queries.size;
  }

  create(name: string, filter: QueryFilter = {}): object {
    this.#gate.requireOpen();
    if (this.has(name)) failWith("QueryExists");
    return this.#put(name, inTokens(filter));
  }

  update(name: string, filter: QueryFilter): object {
    this.#gate.requireOpen();
    const before = this.#get(name);
    const info = this.#put(name, inTokens(filter));
    if (before instanceof ReferenceChangeQuery) before.close();
    return info;
  }

  clone(name: string, as: string): object {
    this.#gate.requireOpen();
    const original = this.#get(name);
    if (this.has(as)) failWith("QueryExists");
    const info = this.#put(as, this.#filters.get(name) ?? {});
    const copy = this.#get(as);
    if (original instanceof ReferenceChangeQuery && copy instanceof ReferenceChangeQuery) copy.follow(original);
    return info;
  }

  delete(name: string): boolean {
    this.#gate.requireOpen();
    const query = this.#queries.get(name);
    if (query instanceof ReferenceChangeQuery) query.close();
    return this.#queries.delete(name);
  }

  has(name: string): boolean {
    return this.#queries.has(name);
  }

  run(name: string): Entity[] {
    const query = this.#get(name);
    return query instanceof ReferenceChangeQuery ? query.run(() => query.entities()) : query.entities();
  }

  runInBatches(name: string, size: number): Entity[][] {
    if (!Number.isInteger(size) || size < 1) failWith("InvalidArgument");
    const found = this.run(name);
    const batches: Entity[][] = [];
    while (found.length > 0) batches.push(found.splice(0, size));
    return batches;
  }

  runWithValues(name: string, types?: readonly ComponentType[]): unknown[] {
    const found = this.run(name);
    const { all = [], any = [], optional = [], changed = [], added = [] } = this.#filters.get(name) ?? {};
    const named = [...new Set([...all, ...any, ...optional, ...changed, ...added])];
    const read = types ?? named.flatMap((term) => ("kind" in term && term.kind === "component" ? [term] : []));
    return found.map((entity) => [entity, ...read.map((type) => copied(this.#store.row(entity, type)))]);
  }

  reset(): void {
    for (const name of this.#queries.keys()) this.delete(name);
  }

  #get(name: string): QueryLike {
    return this.#queries.get(name) ?? failWith("UnknownQuery");
  }

  #put(name: string, filter: ChangeFilter): object {
    this.#queries.set(name, queryFor(this.#store, filter));
    this.#filters.set(name, filter);
    return { name, filter };
  }
}

/** What finds what a filter asks for; when that is changes, it remembers when it ran last. */
export function queryFor(store: ReferenceStore, filter: ChangeFilter): QueryLike | ReferenceChangeQuery {
  const { added = [], removed = [], changed = [] } = filter;
  // What alone is asked for must be there, so that its order may be the order of what is found.
  const alone = [added, changed].flatMap((part) => (part.length === 1 ? part : []));
  const found = findIn(store, { ...filter, all: [...(filter.all ?? []), ...alone] });
  return added.length + removed.length + changed.length > 0 ? new ReferenceChangeQuery(store, filter, found) : found;
}

/** Names become tokens. */
export function inTokens(filter: QueryFilter): ChangeFilter {
  const known: readonly (ComponentType | RelationType)[] = [...allComponents, ...allRelations];
  const tokenOf = (term: unknown): unknown => {
    if (Array.isArray(term)) return [tokenOf(term[0]), term[1]];
    return typeof term === "object"
      ? term
      : (known.find(({ name, id }) => name === term || id === term) ?? failWith("UnknownComponent"));
  };
  return Object.fromEntries(Object.entries(filter).map(([part, terms]) => [part, terms?.map(tokenOf)]));
}
