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
  #written = new Map<ComponentType, Set<Entity>>();

  /** `query` finds who passes the other parts of the filter. */
  constructor(store: ReferenceStore, filter: ChangeFilter, query: QueryLike) {
    this.#store = store;
    this.#filter = filter;
    this.#query = query;
    this.restarted();
    store.listeners.add(this);
  }

  get watches(): boolean {
    const { added = [], removed = [] } = this.#filter;
    return removed.length > 0 || added.some((type) => type.tracked !== true);
  }

  restarted(): void {
    this.#forget();
    for (const type of [...(this.#filter.added ?? []), ...(this.#filter.changed ?? [])]) {
      for (const entity of this.#store.alive.keys()) if (this.#store.has(entity, type)) this.added(entity, type);
    }
  }

  added(entity: Entity, type: ComponentType): void {
    setIn(this.#came, type).add(entity);
    setIn(this.#went, type).delete(entity);
    this.changed(entity, type);
  }

  changed(entity: Entity, type: ComponentType): void {
    setIn(this.#written, type).add(entity);
  }

  removed(entity: Entity, type: ComponentType): void {
    setIn(this.#came, type).delete(entity);
    setIn(this.#written, type).delete(entity);
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
    this.#forget();
    return result;
  }

  #forget(): void {
    this.#came = new Map();
    this.#went = new Map();
    this.#written = new Map();
  }

  /** Takes over what another has seen. */
  follow(other: ReferenceChangeQuery): void {
    this.#came = copyOf(other.#came);
    this.#went = copyOf(other.#went);
    this.#written = copyOf(other.#written);
  }

  close(): void {
    this.#store.listeners.delete(this);
  }

  #passes(entity: Entity): boolean {
    const { added = [], removed = [], changed = [] } = this.#filter;
    const parts = [[added, this.#came] as const, [removed, this.#went] as const, [changed, this.#written] as const];
    return parts.every(([types, sets]) => types.length === 0 || types.some((type) => setIn(sets, type).has(entity)));
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
