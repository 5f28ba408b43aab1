import type { ComponentType, Entity, RelationType } from "ecsgen/runtime";
import { failWith } from "./failures.js";
import type { ReferenceBus } from "./reference-bus.js";
import { ReferenceChanges } from "./reference-changes.js";
import { ReferenceCommands } from "./reference-commands.js";
import type { ReferenceGate } from "./reference-gate.js";
import type { ReferenceObservers } from "./reference-observers.js";
import { typesOf, type ReferenceStore } from "./reference-store.js";
import { filled } from "./rows.js";

/** Structural changes: at once, or as commands while a loop runs. */
export class ReferenceStructure {
  readonly changes: ReferenceChanges;
  readonly commands: ReferenceCommands;
  readonly #store: ReferenceStore;
  readonly #gate: ReferenceGate;

  constructor(store: ReferenceStore, gate: ReferenceGate, bus: ReferenceBus, observers: ReferenceObservers) {
    this.changes = new ReferenceChanges(store, gate, bus, observers, (run) => this.loop(run));
    this.commands = new ReferenceCommands(store, gate, this.changes);
    this.#store = store;
    this.#gate = gate;
  }

  /** Runs a loop; structural changes inside wait until the outermost is over. */
  loop<Result>(run: () => Result): Result {
    const result = this.defer(run);
    this.sync();
    return result;
  }

  /** Runs a loop whose structural changes wait until the next sync point. */
  defer<Result>(run: () => Result): Result {
    this.#gate.depth++;
    try {
      return run();
    } finally {
      this.#gate.depth--;
    }
  }

  /** Marks a component as written. */
  touch(entity: Entity, type: ComponentType): void {
    this.#gate.requireOpen();
    if (type.tracked !== true) failWith("UntrackedComponent");
    const rows = this.#store.require(entity);
    if (rows !== undefined && !rows.has(type)) failWith("ComponentMissing");
    if (rows !== undefined) this.#store.touch(entity, type);
  }

  /** Applies what waits, and what that causes. */
  sync(): void {
    if (this.#gate.depth > 0 || this.#gate.locked || this.commands.waiting === 0) return;
    this.#gate.scope(() => {
      this.#gate.depth++;
      try {
        while (this.commands.waiting > 0) this.commands.apply();
      } finally {
        this.#gate.depth--;
      }
    });
  }

  /** Whether a change of an entity must wait. */
  mustWait(entity: Entity): boolean {
    return this.#gate.depth > 0 || this.#store.alive.get(entity) === undefined;
  }

  spawn(components: object = {}): Entity {
    this.#gate.requireOpen();
    return this.#gate.depth > 0 ? this.commands.spawn(components) : this.changes.spawn(1, components)[0];
  }

  spawnMany(count: number, components: object | ((index: number) => object) = {}): Entity[] {
    this.#gate.requireOpen();
    if (!Number.isInteger(count) || count < 0) failWith("InvalidArgument");
    if (this.#gate.depth === 0 && typeof components === "object") return this.changes.spawn(count, components);
    const componentsOf = typeof components === "function" ? components : () => components;
    if (this.#gate.depth > 0) return this.#spawnEach(count, (index) => this.commands.spawn(componentsOf(index)));
    const spawnOne = (index: number): Entity => {
      const given = componentsOf(index);
      if (index === 0) this.#store.tables.table(typesOf(given)); // room is made there before anybody is asked
      return this.changes.spawn(1, given)[0];
    };
    const each = (): Entity[] => this.#spawnEach(count, spawnOne);
    return this.changes.watched ? this.#gate.scope(() => this.loop(each)) : each();
  }

  spawnAt(index: number, components: object): Entity {
    this.#gate.requireOpen();
    typesOf(components);
    const entity = this.#store.reserveAt(index);
    if (this.#gate.depth === 0) this.changes.settle(entity, components);
    else {
      try {
        this.commands.settle(entity, components);
      } catch (error) {
        this.#store.end(entity);
        throw error;
      }
    }
    return this.#store.alive.has(entity) ? entity : failWith("Cancelled");
  }

  despawn(entity: Entity): boolean {
    this.#gate.requireOpen();
    if (this.#gate.depth === 0) return this.changes.despawn(entity);
    if (!this.#store.alive.has(entity)) return false;
    this.commands.despawn(entity);
    return true;
  }

  set(entity: Entity, type: ComponentType, init: unknown): void {
    this.#require(entity);
    if (this.#store.alive.get(entity) === undefined) this.commands.set(entity, type, init);
    else if (!this.changes.set(entity, type, init)) failWith("ComponentMissing");
  }

  add(entity: Entity, type: ComponentType, init?: unknown): void {
    this.#require(entity);
    if (this.#store.has(entity, type)) failWith("ComponentAlreadyPresent");
    if (this.mustWait(entity)) this.commands.add(entity, type, init);
    else this.changes.add(entity, type, init);
  }

  replace(entity: Entity, type: ComponentType, init?: unknown): void {
    this.#require(entity);
    if (this.mustWait(entity)) this.commands.add(entity, type, init);
    else this.changes.put(entity, type, init);
  }

  remove(entity: Entity, type: ComponentType): boolean {
    this.#require(entity);
    const present = this.#store.has(entity, type);
    if (!this.mustWait(entity)) return this.changes.remove(entity, type);
    this.commands.remove(entity, type);
    return present;
  }

  relate(source: Entity, type: RelationType, target: Entity, init?: unknown): void {
    this.#require(source);
    this.#store.require(target);
    if (this.mustWait(source) || this.mustWait(target)) this.commands.relate(source, type, target, init);
    else this.#store.edges.add(source, type, target, () => filled(type, init));
  }

  unrelate(source: Entity, type: RelationType, target?: Entity): number {
    this.#require(source);
    if (target !== undefined) this.#store.require(target);
    const targets = this.#store.edges.targets(source, type);
    const waits = this.mustWait(source) || (target !== undefined && this.mustWait(target));
    if (!waits) return this.#store.edges.remove(source, type, target);
    this.commands.unrelate(source, type, target);
    return targets.filter((each) => target === undefined || each === target).length;
  }

  #spawnEach(count: number, spawnOne: (index: number) => Entity): Entity[] {
    this.#store.requireRoom(count);
    const spawned: Entity[] = [];
    try {
      for (let index = 0; index < count; index++) spawned.push(spawnOne(index));
    } catch (error) {
      this.changes.undo(spawned);
      throw error;
    }
    return spawned;
  }

  #require(entity: Entity): void {
    this.#gate.requireOpen();
    this.#store.require(entity);
  }
}
