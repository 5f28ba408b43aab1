import {
  AfterAddComponent,
  AfterDespawn,
  AfterRemoveComponent,
  AfterSpawn,
  BeforeAddComponent,
  BeforeDespawn,
  BeforeRemoveComponent,
  BeforeSpawn,
  indexOf,
  type ComponentType,
  type Entity,
} from "ecsgen/runtime";
import { failWith } from "./failures.js";
import type { ReferenceBus } from "./reference-bus.js";
import type { ReferenceGate } from "./reference-gate.js";
import type { ReferenceObservers } from "./reference-observers.js";
import { typesOf, type ReferenceStore } from "./reference-store.js";
import type { Pair } from "./world-like.js";

/** Events whose handlers are asked and told of changes. */
const changeEvents = [
  BeforeSpawn,
  AfterSpawn,
  BeforeDespawn,
  AfterDespawn,
  BeforeAddComponent,
  AfterAddComponent,
  BeforeRemoveComponent,
  AfterRemoveComponent,
];

/** Changes with those who are asked and told: before events, the change, observers, after events. */
export class ReferenceChanges {
  readonly #store: ReferenceStore;
  readonly #gate: ReferenceGate;
  readonly #bus: ReferenceBus;
  readonly #observers: ReferenceObservers;
  readonly #loop: <Result>(run: () => Result) => Result;

  constructor(
    store: ReferenceStore,
    gate: ReferenceGate,
    bus: ReferenceBus,
    observers: ReferenceObservers,
    loop: <Result>(run: () => Result) => Result,
  ) {
    this.#store = store;
    this.#gate = gate;
    this.#bus = bus;
    this.#observers = observers;
    this.#loop = loop;
  }

  /** While somebody watches, or a query asks for changes, what waits is applied when a change is over. */
  get watched(): boolean {
    if (this.#observers.count > 0 || [...this.#store.listeners].some(({ watches }) => watches)) return true;
    return changeEvents.some((type) => this.#bus.hasSubscribers(type));
  }

  spawn(count: number, components: object): Entity[] {
    if (!this.watched || count === 0) return this.#store.spawn(count, components);
    const types = inOrder(typesOf(components));
    return this.#within(() => {
      return this.#spawn(types, count, () => this.#store.spawn(count, components)) ?? failWith("Cancelled");
    });
  }

  /** Gives an entity that was reserved its components; when that is refused, or fails, it ends. */
  settle(entity: Entity, components: object): void {
    if (!this.watched) {
      this.#settle(entity, components);
      return;
    }
    const types = inOrder(typesOf(components));
    try {
      this.#within(() => this.#spawn(types, 1, () => this.#settle(entity, components)));
    } finally {
      // Nothing settled it: it was cancelled, and what another handler threw may be told besides.
      if (this.#store.alive.has(entity) && this.#store.alive.get(entity) === undefined) this.#store.end(entity);
    }
  }

  despawn(entity: Entity): boolean {
    return this.#within(() => this.#store.edges.despawn(entity, (one) => this.#end(one)));
  }

  despawnAll(entities: readonly Entity[]): void {
    this.#within(() => this.#store.edges.despawnAll(entities, (one) => this.#end(one)));
  }

  /** Takes back what was spawned; nobody can refuse that. */
  undo(spawned: readonly Entity[]): void {
    const settled = spawned.filter((entity) => this.#store.alive.get(entity) !== undefined);
    this.#within(() => {
      this.#observers.losing(settled, undefined, () => spawned.forEach((one) => this.#store.end(one)));
      for (const entity of settled) this.#bus.publish(AfterDespawn, { entity });
    });
  }

  add(entity: Entity, type: ComponentType, init: unknown): void {
    this.addAll(entity, [[type, init]]);
  }

  addAll(entity: Entity, list: readonly Pair[]): void {
    if (!this.#addAll(entity, list)) failWith("Cancelled");
  }

  /** Writes a component anew, or adds it unless that is refused. */
  put(entity: Entity, type: ComponentType, init: unknown): void {
    if (this.#store.has(entity, type)) this.#write(entity, type, () => this.#store.fill(entity, type, init));
    else this.#addAll(entity, [[type, init]]);
  }

  set(entity: Entity, type: ComponentType, init: unknown): boolean {
    if (!this.#store.has(entity, type)) return false;
    this.#write(entity, type, () => this.#store.set(entity, type, init));
    return true;
  }

  remove(entity: Entity, type: ComponentType): boolean {
    return this.removeAll(entity, [type]) > 0;
  }

  removeAll(entity: Entity, types: readonly ComponentType[]): number {
    const present = types.filter((type) => this.#store.has(entity, type));
    if (present.length === 0) return 0;
    return this.#within(() => {
      const left = present.filter((component) => this.#bus.publish(BeforeRemoveComponent, { entity, component }));
      if (left.length === 0) return 0;
      this.#observers.losing([entity], left, () => this.#store.removeAll(entity, left));
      for (const component of left) this.#bus.publish(AfterRemoveComponent, { entity, component });
      return left.length;
    });
  }

  clear(): void {
    const settled = [...this.#store.alive.keys()].filter((entity) => this.#store.alive.get(entity) !== undefined);
    const entities = settled.sort((a, b) => indexOf(a) - indexOf(b));
    this.#within(() => {
      this.#observers.losing(entities, undefined, () => this.#store.clear());
      for (const entity of entities) this.#bus.publish(AfterDespawn, { entity });
    });
  }

  #spawn(types: readonly ComponentType[], count: number, make: () => Entity[]): Entity[] | undefined {
    if (!this.#bus.publish(BeforeSpawn, { components: types, count })) return undefined;
    const spawned = make();
    for (const entity of spawned) for (const type of types) this.#observers.tell("added", type, entity);
    for (const entity of spawned) this.#bus.publish(AfterSpawn, { entity, components: types });
    return spawned;
  }

  #settle(entity: Entity, components: object): Entity[] {
    try {
      this.#store.settle(entity, components);
    } catch (error) {
      this.#store.end(entity);
      throw error;
    }
    return [entity];
  }

  #end(entity: Entity): boolean {
    if (this.#store.alive.get(entity) === undefined) return this.#store.end(entity);
    return this.#within(() => {
      if (!this.#bus.publish(BeforeDespawn, { entity })) return false;
      this.#observers.losing([entity], undefined, () => this.#store.end(entity));
      this.#bus.publish(AfterDespawn, { entity });
      return true;
    });
  }

  #addAll(entity: Entity, list: readonly Pair[]): boolean {
    const types = list.map(([type]) => type);
    if (types.some((type) => this.#store.has(entity, type))) failWith("ComponentAlreadyPresent");
    if (types.length === 0) return true;
    return this.#within(() => {
      for (const component of types) if (!this.#bus.publish(BeforeAddComponent, { entity, component })) return false;
      this.#store.addAll(entity, list);
      for (const type of types) this.#observers.tell("added", type, entity);
      for (const component of types) this.#bus.publish(AfterAddComponent, { entity, component });
      return true;
    });
  }

  #write(entity: Entity, type: ComponentType, write: () => void): void {
    this.#within(() => {
      write();
      this.#observers.tell("changed", type, entity);
    });
  }

  #within<Result>(change: () => Result): Result {
    return this.watched ? this.#gate.scope(() => this.#loop(change)) : change();
  }
}

function inOrder(types: readonly ComponentType[]): ComponentType[] {
  return [...types].sort((a, b) => a.index - b.index);
}
