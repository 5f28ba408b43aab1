import { describeEntity, indexOf, type Entity } from "../entities/entity.js";
import { EcsError } from "../errors.js";
import type { EdgeStores } from "../relations/edge-stores.js";
import type { RelationType } from "../relations/relation-type.js";
import { Changes } from "../tables/changes.js";
import { cancelled, runWithin, type Span } from "../tables/watched-changes.js";
import type { ComponentList } from "../tables/component-list.js";
import type { ComponentType } from "../tables/component-type.js";
import type { Gate } from "../gate.js";
import type { Storage } from "../tables/storage.js";
import type { Callbacks } from "./callbacks.js";
import { Commands } from "./commands.js";

/**
 * The structural verbs of a world: at once, or as commands while a loop runs or another change is being told to those
 * who watch. Then commands are applied in order as soon as the outermost loop or change is over.
 */
export class Structure<Components extends object> implements Span {
  readonly changes: Changes;
  readonly commands: Commands<Components>;
  private readonly storage: Storage;
  private readonly edges: EdgeStores;
  private readonly callbacks: Callbacks;
  private readonly gate: Gate;
  private depth = 0;

  constructor(storage: Storage, edges: EdgeStores, callbacks: Callbacks, gate: Gate) {
    this.changes = new Changes(storage, this);
    this.commands = new Commands(this.changes, edges, callbacks, gate);
    this.storage = storage;
    this.edges = edges;
    this.callbacks = callbacks;
    this.gate = gate;
  }

  /** Whether a loop or a watched change is under way, so that changes wait. */
  get busy(): boolean {
    return this.depth > 0;
  }

  /** Runs a loop, with structural changes waiting, and then, when it was the outermost, what waits. */
  iterate<Parameters extends readonly unknown[], Result>(
    loop: (...parameters: Parameters) => Result,
    ...parameters: Parameters
  ): Result {
    this.depth++;
    let result: Result;
    try {
      result = loop(...parameters);
    } finally {
      this.depth--;
    }
    this.sync();
    return result;
  }

  /** Runs something with structural changes waiting: at the next sync point they are applied. */
  defer<Parameters extends readonly unknown[]>(
    run: (...parameters: Parameters) => unknown,
    ...parameters: Parameters
  ): void {
    this.depth++;
    try {
      run(...parameters);
    } finally {
      this.depth--;
    }
  }

  /** Runs changes that belong together: what watchers want to change meanwhile waits, and what they throw is told at the end. */
  together<Result>(change: () => Result): Result {
    return runWithin(this, change);
  }

  /** Begins a change that is watched. */
  open(): void {
    this.callbacks.open();
    this.depth++;
  }

  /** Ends a change that went well, with a sync point when it was the outermost. Throws `HandlerFailed`. */
  close(): void {
    this.depth--;
    if (this.commands.waiting > 0) this.syncWithin();
    this.callbacks.close();
  }

  /** Ends a change that threw; throws the same, or `HandlerFailed`. */
  fail(error: unknown): never {
    this.depth--;
    return this.callbacks.fail(error);
  }

  /** A sync point: applies what waits, and what that causes, unless a loop or a change is under way, or the world is locked. */
  sync(): void {
    if (this.depth > 0 || this.commands.waiting === 0 || this.gate.isLocked) return;
    this.callbacks.scope(() => {
      this.depth++;
      try {
        while (this.commands.waiting > 0) this.commands.$apply();
      } finally {
        this.depth--;
      }
    });
  }

  /** Throws `WorldLocked` or `WorldShutDown` when changes are refused. */
  requireOpen(verb: string): void {
    this.gate.require(verb);
  }

  /** `World.spawn`. */
  spawn(components?: Components): Entity {
    this.gate.require("spawn");
    return this.depth > 0 ? this.commands.spawn(components) : this.changes.spawn(components ?? {});
  }

  /** `Batches.spawnAt`. */
  spawnAt(index: number, components: object): Entity {
    this.gate.require("spawn");
    this.storage.typesOf(components); // says whether one is unknown
    const entity = this.storage.entities.reserveAt(index);
    if (this.depth === 0) this.changes.spawnReserved(entity, components);
    else {
      try {
        this.commands.$spawnReserved(entity, components);
      } catch (error) {
        this.storage.entities.release(entity);
        throw error;
      }
    }
    if (!this.storage.entities.isAlive(entity)) throw cancelled("spawning an entity");
    return entity;
  }

  /** `Batches.clone`: an entity with these components, and with copies of the edges that start from another one. */
  spawnLike(entity: Entity, components: Components): Entity {
    const edges = this.edges.copiesFrom(entity);
    if (edges.length === 0 || this.depth > 0) {
      const made = this.spawn(components);
      for (const { type, target, data } of edges) this.commands.relate(made, type, target, data);
      return made;
    }
    this.gate.require("spawn");
    const make = (): Entity => {
      const made = this.changes.spawn(components);
      try {
        for (const { type, target, data } of edges) this.edges.add(made, type, target, data);
      } catch (error) {
        this.changes.undo([made]);
        throw error;
      }
      return made;
    };
    return this.changes.watched ? this.together(make) : make();
  }

  /** `World.spawnMany`. */
  spawnMany(count: number, components?: Components | ((index: number) => Components)): Entity[] {
    this.gate.require("spawn");
    if (!Number.isInteger(count) || count < 0) {
      const message = `\`spawnMany\` was asked for ${count} entities`;
      throw new EcsError("InvalidArgument", message, "give a whole number, 0 or more");
    }
    if (typeof components === "function") return this.spawnEach(count, components);
    return this.depth > 0 ? this.spawnEach(count, () => components) : this.changes.spawnMany(count, components ?? {});
  }

  /** `World.despawn`. */
  despawn(entity: Entity): boolean {
    this.gate.require("despawn");
    if (this.depth === 0) return this.changes.despawn(entity);
    if (!this.storage.entities.isAlive(entity)) return false;
    this.commands.despawn(entity);
    return true;
  }

  /** `Batches.despawn`. */
  despawnAll(entities: readonly Entity[]): number {
    const living = [...new Set(entities)].filter((entity) => this.storage.entities.isAlive(entity));
    if (this.depth > 0) {
      this.commands.$despawnAll(living);
      return living.length;
    }
    this.changes.despawnAll(living);
    return living.filter((entity) => !this.storage.entities.isAlive(entity)).length;
  }

  /** `World.set`. */
  set<Value, Init>(entity: Entity, type: ComponentType<Value, Init>, init: Init): void {
    if (!this.isReady(entity, type)) {
      this.require("set", entity, type);
      if (this.storage.isPending(entity)) return this.commands.set(entity, type, init);
    }
    if (!this.changes.set(entity, type, init)) throw missing(entity, type);
  }

  /** `World.add`. */
  add<Value, Init>(entity: Entity, type: ComponentType<Value, Init>, init?: Init): void {
    if (this.depth === 0 && this.isReady(entity, type)) this.changes.add(entity, type, init);
    else this.addLater(entity, type, init);
  }

  /** `Batches.add`. */
  addAll(entity: Entity, list: ComponentList): void {
    this.storage.entities.require(entity, "`addAll`");
    for (const [type] of list) this.storage.requireAbsent(entity, type);
    if (this.mustWait(entity)) this.commands.$addAll(entity, list);
    else this.changes.addAll(entity, list);
  }

  /** `Batches.replace`. */
  replace<Value, Init>(entity: Entity, type: ComponentType<Value, Init>, init?: Init): void {
    this.require("replace", entity, type);
    if (this.mustWait(entity)) this.commands.add(entity, type, init);
    else this.changes.put(entity, type, init);
  }

  /** `World.remove`. */
  remove(entity: Entity, type: ComponentType): boolean {
    if (this.depth === 0 && this.isReady(entity, type)) return this.changes.remove(entity, type);
    this.require("remove", entity, type);
    this.commands.remove(entity, type);
    return this.storage.has(entity, type);
  }

  /** `Batches.remove`. */
  removeAll(entity: Entity, types: readonly ComponentType[]): number {
    for (const type of types) this.storage.registry.require(type);
    this.storage.entities.require(entity, "`removeAll`");
    const present = [...new Set(types)].filter((type) => this.storage.has(entity, type));
    if (!this.mustWait(entity)) return this.changes.removeAll(entity, present);
    for (const type of present) this.commands.remove(entity, type);
    return present.length;
  }

  /** `Relations.add`. */
  relate<Value, Init>(source: Entity, type: RelationType<Value, Init>, target: Entity, init?: Init): void {
    this.gate.require("relate");
    this.edges.require("add", source, type, target);
    if (this.mustWait(source) || this.mustWait(target)) this.commands.relate(source, type, target, init);
    else this.edges.add(source, type, target, init);
  }

  /** `Relations.remove`. */
  unrelate(source: Entity, type: RelationType, target?: Entity): number {
    this.gate.require("unrelate");
    this.edges.require("remove", source, type, target);
    if (!this.mustWait(source) && (target === undefined || !this.mustWait(target))) {
      return this.edges.remove(source, type, target);
    }
    this.commands.unrelate(source, type, target);
    const store = this.edges.of(type);
    if (target === undefined) return store.outgoing.count(indexOf(source));
    return store.find(indexOf(source), target) < 0 ? 0 : 1;
  }

  private syncWithin(): void {
    try {
      this.sync();
    } catch (error) {
      this.callbacks.fail(error);
    }
  }

  private spawnEach(count: number, componentsOf: (index: number) => Components | undefined): Entity[] {
    if (this.depth > 0) return this.spawnAll(count, (index) => this.commands.spawn(componentsOf(index)));
    const spawnOne = (index: number): Entity => {
      const components = componentsOf(index) ?? {};
      if (index === 0) this.storage.prepare(count, components);
      return this.changes.spawn(components);
    };
    const spawnAll = (): Entity[] => this.spawnAll(count, spawnOne);
    return this.changes.watched ? this.together(spawnAll) : spawnAll();
  }

  private spawnAll(count: number, spawnOne: (index: number) => Entity): Entity[] {
    this.storage.entities.requireRoom(count);
    const spawned: Entity[] = [];
    try {
      for (let index = 0; index < count; index++) spawned.push(spawnOne(index));
    } catch (error) {
      this.changes.undo(spawned);
      throw error;
    }
    return spawned;
  }

  private addLater(entity: Entity, type: ComponentType, init: unknown): void {
    this.require("add", entity, type);
    this.storage.requireAbsent(entity, type);
    this.commands.add(entity, type, init);
  }

  private mustWait(entity: Entity): boolean {
    return this.depth > 0 || this.storage.isPending(entity);
  }

  /** Whether an entity has its row, and nothing else forbids to change it: what is asked in every change, in few steps. */
  private isReady(entity: Entity, type: ComponentType): boolean {
    return this.gate.isOpen && this.storage.registry.has(type) && this.storage.isSettled(entity);
  }

  private require(verb: string, entity: Entity, type: ComponentType): void {
    this.gate.require(verb);
    this.storage.registry.require(type);
    if (!this.storage.entities.isAlive(entity))
      this.storage.entities.require(entity, `\`${verb}\` of \`${type.name}\``);
  }
}

function missing(entity: Entity, type: ComponentType): EcsError {
  const message = `${describeEntity(entity)} does not have component \`${type.name}\`, so it cannot be set`;
  return new EcsError("ComponentMissing", message, "add it with `world.add`, or ask `world.has` before");
}
