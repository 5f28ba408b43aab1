import type { Entity } from "../entities/entity.js";
import type { ComponentType } from "./component-type.js";

/** Makes a change, unless something further in refuses it; whether it was made. */
export type Change = () => boolean;

/** Makes entities, unless something further in refuses it; which, or `undefined`. */
export type Spawning = () => readonly Entity[] | undefined;

/** Takes those of these components away that nothing further in keeps; which. */
export type Removal = (components: readonly ComponentType[]) => readonly ComponentType[];

/**
 * What is asked and told of every change of entities and components, at once or by command. Each method stands around
 * one change: it may refuse it by not calling `change`, look at what is there before and after, and gives back whether
 * the change was made. It is called for changes that are possible: the entity lives, and has or lacks what is taken
 * from it or given to it. Structural changes that a watcher wants to make itself are to be queued as commands.
 */
export interface StorageWatcher {
  /** How single components that come and go can be told more cheaply, by a watcher that refuses nothing. */
  readonly onlooker?: Onlooker | undefined;
  /** So many entities are made, all with these components, which are in dense order. */
  spawn(components: readonly ComponentType[], count: number, change: Spawning): readonly Entity[] | undefined;
  /** An entity ends. */
  despawn(entity: Entity, change: Change): boolean;
  /** Several entities end together: all there are, or those of a spawn that failed. It cannot be refused. */
  clear(entities: readonly Entity[], change: Change): boolean;
  /** An entity gets components, all or none. */
  add(entity: Entity, components: readonly ComponentType[], change: Change): boolean;
  /** An entity loses components; which of them, is given back. Each may be refused alone. */
  remove(entity: Entity, components: readonly ComponentType[], change: Removal): readonly ComponentType[];
  /** A component that an entity has is written, wholly or in part. It cannot be refused. */
  set(entity: Entity, component: ComponentType, change: Change): boolean;
}

/** Looks at the change of one component before and after, instead of standing around it. */
export interface Onlooker {
  /** Before anything else. What it gives back goes to what is called behind the change. */
  before(): unknown;
  /** An entity got a component. */
  afterAdd(entity: Entity, component: ComponentType, before: unknown): void;
  /** An entity is to lose a component. What it gives back goes to `afterRemove`. */
  beforeRemove(entity: Entity, component: ComponentType): unknown;
  /** An entity lost a component. */
  afterRemove(entity: Entity, component: ComponentType, value: unknown, before: unknown): void;
}

/**
 * Who watches, from the outermost to the innermost: before a change they are asked in this order, after it told in the
 * reverse one.
 */
const ranks = ["events", "observers", "queries"] as const;

/** The place of a watcher among the others. */
export type WatcherRank = (typeof ranks)[number];

/** The watchers of a storage, at most one of each rank. */
export class Watchers {
  private readonly byRank = new Map<WatcherRank, StorageWatcher>();

  /** Puts a watcher in its place, or takes the one there away. Gives back all as one; `undefined` when nobody watches. */
  put(rank: WatcherRank, watcher: StorageWatcher | undefined): StorageWatcher | undefined {
    if (watcher === undefined) this.byRank.delete(rank);
    else this.byRank.set(rank, watcher);
    const present = ranks.map((each) => this.byRank.get(each)).filter((each) => each !== undefined);
    if (present.length === 0) return undefined;
    return present.reduceRight((inner, outer) => new Around(outer, inner));
  }
}

/** Two watchers as one: the outer stands around the inner, which stands around the change. */
class Around implements StorageWatcher {
  private readonly outer: StorageWatcher;
  private readonly inner: StorageWatcher;

  constructor(outer: StorageWatcher, inner: StorageWatcher) {
    this.outer = outer;
    this.inner = inner;
  }

  spawn(components: readonly ComponentType[], count: number, change: Spawning): readonly Entity[] | undefined {
    return this.outer.spawn(components, count, () => this.inner.spawn(components, count, change));
  }

  despawn(entity: Entity, change: Change): boolean {
    return this.outer.despawn(entity, () => this.inner.despawn(entity, change));
  }

  clear(entities: readonly Entity[], change: Change): boolean {
    return this.outer.clear(entities, () => this.inner.clear(entities, change));
  }

  add(entity: Entity, components: readonly ComponentType[], change: Change): boolean {
    return this.outer.add(entity, components, () => this.inner.add(entity, components, change));
  }

  remove(entity: Entity, components: readonly ComponentType[], change: Removal): readonly ComponentType[] {
    return this.outer.remove(entity, components, (left) => this.inner.remove(entity, left, change));
  }

  set(entity: Entity, component: ComponentType, change: Change): boolean {
    return this.outer.set(entity, component, () => this.inner.set(entity, component, change));
  }
}
