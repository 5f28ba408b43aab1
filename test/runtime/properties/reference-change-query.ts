import type { ChangeFilter, ComponentType, Entity } from "ecsgen/runtime";
import type { ChangeListener, ReferenceStore } from "./reference-store.js";
import type { QueryLike } from "./world-like.js";

/** What came and went since a query ran last, written down one by one; at first, all that is there has come. */
export class ReferenceChangeQuery implements ChangeListener, QueryLike {
  readonly #store: ReferenceStore;
  readonly #filter: ChangeFilter;
  readonly #query: QueryLike;
  #came = new Map<ComponentType, Set<Entity>>();
  #went = new Map<ComponentType, Set<Entity>>();

  /** `query` finds who passes the other parts of the filter. */
  constructor(store: ReferenceStore, filter: ChangeFilter, query: QueryLike) {
    this.#store = store;
    this.#filter = filter;
    this.#query = query;
    for (const type of filter.added ?? []) {
      for (const entity of store.alive.keys()) if (store.has(entity, type)) this.added(entity, type);
    }
    store.listeners.add(this);
  }

  added(entity: Entity, type: ComponentType): void {
    setIn(this.#came, type).add(entity);
    setIn(this.#went, type).delete(entity);
  }

  removed(entity: Entity, type: ComponentType): void {
    setIn(this.#came, type).delete(entity);
    setIn(this.#went, type).add(entity);
  }

  entities(): Entity[] {
    return this.#query.entities().filter((entity) => this.#passes(entity));
  }

  count(): number {
    return this.entities().length;
  }

  isEmpty(): boolean {
    return this.entities().length === 0;
  }

  first(): Entity | undefined {
    return this.entities()[0];
  }

  has(entity: Entity): boolean {
    return this.entities().includes(entity);
  }

  /** Looks at what is found, which is then forgotten, unless looking fails. */
  run<Result>(look: () => Result): Result {
    const result = look();
    this.#came = new Map();
    this.#went = new Map();
    return result;
  }

  /** Takes over what another has seen. */
  follow(other: ReferenceChangeQuery): void {
    this.#came = copyOf(other.#came);
    this.#went = copyOf(other.#went);
  }

  close(): void {
    this.#store.listeners.delete(this);
  }

  #passes(entity: Entity): boolean {
    const { added = [], removed = [] } = this.#filter;
    const came = added.length === 0 || added.some((type) => setIn(this.#came, type).has(entity));
    return came && (removed.length === 0 || removed.some((type) => setIn(this.#went, type).has(entity)));
  }
}

function setIn(sets: Map<ComponentType, Set<Entity>>, type: ComponentType): Set<Entity> {
  const set = sets.get(type) ?? new Set();
  sets.set(type, set);
  return set;
}

function copyOf(sets: ReadonlyMap<ComponentType, ReadonlySet<Entity>>): Map<ComponentType, Set<Entity>> {
  return new Map([...sets].map(([type, set]) => [type, new Set(set)]));
}
