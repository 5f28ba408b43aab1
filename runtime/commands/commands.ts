import type { Entity } from "../entities/entity.js";
import type { EdgeStores } from "../relations/edge-stores.js";
import type { RelationType } from "../relations/relation-type.js";
import type { Changes } from "../tables/changes.js";
import type { ComponentList } from "../tables/component-list.js";
import type { ComponentType } from "../tables/component-type.js";
import { snapshot } from "../tables/snapshot.js";
import type { Storage } from "../tables/storage.js";
import type { Gate } from "../gate.js";
import type { Callbacks, Cause } from "./callbacks.js";

/** One structural change that waits. What it was given is kept as it was at that moment. */
type Command = Order & { readonly cause: Cause | undefined };

type Order =
  | { readonly do: "spawn"; readonly entity: Entity; readonly components: object }
  | { readonly do: "despawn"; readonly entity: Entity }
  | { readonly do: "add" | "set"; readonly entity: Entity; readonly type: ComponentType; readonly init: unknown }
  | { readonly do: "remove"; readonly entity: Entity; readonly type: ComponentType }
  | {
      readonly do: "relate";
      readonly entity: Entity;
      readonly type: RelationType;
      readonly target: Entity;
      readonly init: unknown;
    }
  | {
      readonly do: "unrelate";
      readonly entity: Entity;
      readonly type: RelationType;
      readonly target: Entity | undefined;
    };

/**
 * Structural changes for later: applied in order at the next sync point, which is the end of the outermost loop, or
 * `world.flush()`; in a step, where its schedule has one, and the end of a phase.
 *
 * A call is checked when it is made, so a stale entity is caught where the mistake is. What happened between that and
 * the sync point is nobody's mistake, since systems do not know of each other, and never throws: when the entity was
 * despawned, or a handler of a before event refuses, the command is dropped; `add` of a component that came meanwhile
 * writes its values anew; `set` and `remove` of one that went do nothing. Two things throw at the sync point, since they
 * contradict what the schema promises: a `despawn` that a relation refuses, and an edge that closes a circle in a relation
 * declared `acyclic`.
 */
export class Commands<Components extends object = Record<never, never>> {
  readonly #changes: Changes;
  readonly #storage: Storage;
  readonly #edges: EdgeStores;
  readonly #callbacks: Callbacks;
  readonly #gate: Gate;
  #queue: Command[] = [];

  constructor(changes: Changes, edges: EdgeStores, callbacks: Callbacks, gate: Gate) {
    this.#changes = changes;
    this.#storage = changes.storage;
    this.#edges = edges;
    this.#callbacks = callbacks;
    this.#gate = gate;
  }

  /** How many commands wait. */
  get waiting(): number {
    return this.#queue.length;
  }

  /**
   * Spawns an entity: its id is alive at once, its components come at the sync point. Throws `UnknownComponent` or
   * `EntityLimit`.
   */
  spawn(components?: Components): Entity {
    this.#gate.require("spawn");
    const kept = this.#keep(components ?? {});
    const cause = this.#callbacks.cause;
    const entity = this.#storage.entities.reserve();
    this.#queue.push({ do: "spawn", entity, components: kept, cause });
    return entity;
  }

  /** Gives an entity that was reserved its components at the sync point. */
  $spawnReserved(entity: Entity, components: object): void {
    this.#queue.push({ do: "spawn", entity, components: this.#keep(components), cause: this.#callbacks.cause });
  }

  /** Despawns entities that are alive; for `Batches`. All of them are queued, or none. */
  $despawnAll(entities: readonly Entity[]): void {
    const cause = this.#callbacks.cause;
    for (const entity of entities) this.#queue.push({ do: "despawn", entity, cause });
  }

  /** Adds components that were checked; for `Batches`. All of them are queued, or none. */
  $addAll(entity: Entity, list: ComponentList): void {
    const cause = this.#callbacks.cause;
    const kept = list.map(([type, init]): Command => ({ do: "add", entity, type, init: snapshot(type, init), cause }));
    this.#queue.push(...kept);
  }

  /** Despawns an entity. Throws `StaleEntity`. */
  despawn(entity: Entity): void {
    this.#gate.require("despawn");
    this.#storage.entities.require(entity, "`despawn`");
    this.#queue.push({ do: "despawn", entity, cause: this.#callbacks.cause });
  }

  /** Adds a component; what `init` does not say takes its default. Throws `StaleEntity` or `UnknownComponent`. */
  add<Value, Init>(entity: Entity, type: ComponentType<Value, Init>, init?: Init): void {
    this.#check("add", entity, type);
    this.#queue.push({ do: "add", entity, type, init: snapshot(type, init), cause: this.#callbacks.cause });
  }

  /** Writes the fields that `init` says. Throws `StaleEntity` or `UnknownComponent`. */
  set<Value, Init>(entity: Entity, type: ComponentType<Value, Init>, init: Init): void {
    this.#check("set", entity, type);
    this.#queue.push({ do: "set", entity, type, init: snapshot(type, init), cause: this.#callbacks.cause });
  }

  /** Takes a component away. Throws `StaleEntity` or `UnknownComponent`. */
  remove(entity: Entity, type: ComponentType): void {
    this.#check("remove", entity, type);
    this.#queue.push({ do: "remove", entity, type, cause: this.#callbacks.cause });
  }

  /**
   * Adds an edge from a source to a target; what `init` does not say takes its default. Throws `StaleEntity` or
   * `UnknownRelation`.
   */
  relate<Value, Init>(source: Entity, type: RelationType<Value, Init>, target: Entity, init?: Init): void {
    this.#gate.require("relate");
    this.#edges.require("relate", source, type, target);
    const { cause } = this.#callbacks;
    this.#queue.push({ do: "relate", entity: source, type, target, init: snapshot(type, init), cause });
  }

  /**
   * Takes the edge to a target away, or all edges of the source when no target is given. Throws `StaleEntity` or
   * `UnknownRelation`.
   */
  unrelate(source: Entity, type: RelationType, target?: Entity): void {
    this.#gate.require("unrelate");
    this.#edges.require("unrelate", source, type, target);
    this.#queue.push({ do: "unrelate", entity: source, type, target, cause: this.#callbacks.cause });
  }

  /** Applies what waits, in order; for the world's sync points. When a command throws, those behind it keep waiting. */
  $apply(): void {
    const queue = this.#queue;
    if (queue.length === 0) return;
    this.#queue = [];
    let done = 0;
    const outer = this.#callbacks.enter(undefined);
    try {
      for (const command of queue) {
        done++;
        if (!this.#storage.entities.isAlive(command.entity)) continue;
        this.#callbacks.enter(command.cause);
        this.#run(command);
      }
    } finally {
      this.#callbacks.enter(outer);
      if (done < queue.length) this.#queue = [...queue.slice(done), ...this.#queue];
    }
  }

  /** Forgets what waits; for `world.clear()`. */
  $drop(): void {
    this.#queue = [];
  }

  /** A change that a handler refuses is dropped. */
  #run(command: Command): void {
    const changes = this.#changes;
    switch (command.do) {
      case "spawn":
        changes.spawnReserved(command.entity, command.components);
        break;
      case "despawn":
        changes.despawn(command.entity);
        break;
      case "remove":
        changes.remove(command.entity, command.type);
        break;
      case "set":
        changes.set(command.entity, command.type, command.init);
        break;
      case "add":
        changes.put(command.entity, command.type, command.init);
        break;
      case "relate":
        if (!this.#storage.entities.isAlive(command.target)) return;
        this.#edges.add(command.entity, command.type, command.target, command.init);
        break;
      case "unrelate":
        this.#edges.remove(command.entity, command.type, command.target);
    }
  }

  #keep(components: object): object {
    const kept: Record<string, unknown> = {};
    for (const [key, init] of Object.entries(components)) {
      if (init !== undefined) kept[key] = snapshot(this.#storage.registry.byKey(key), init);
    }
    return kept;
  }

  #check(verb: string, entity: Entity, type: ComponentType): void {
    this.#gate.require(verb);
    this.#storage.registry.require(type);
    this.#storage.entities.require(entity, `\`${verb}\` of \`${type.name}\``);
  }
}
