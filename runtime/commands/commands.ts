import type { Entity } from "../entities/entity.js";
import type { ComponentType } from "../tables/component-type.js";
import { snapshot } from "../tables/snapshot.js";
import type { Storage } from "../tables/storage.js";

/** One structural change that waits. What it was given is kept as it was at that moment. */
type Command =
  | { readonly do: "spawn"; readonly entity: Entity; readonly components: object }
  | { readonly do: "despawn"; readonly entity: Entity }
  | { readonly do: "add" | "set"; readonly entity: Entity; readonly type: ComponentType; readonly init: unknown }
  | { readonly do: "remove"; readonly entity: Entity; readonly type: ComponentType };

/**
 * Structural changes for later: applied in order at the next sync point, which is the end of the outermost loop, or
 * `world.flush()`.
 *
 * A call is checked when it is made, so a stale entity is caught where the mistake is. What happened between that and
 * the sync point is nobody's mistake, since systems do not know of each other, and never throws: when the entity was
 * despawned the command is dropped; `add` of a component that came meanwhile writes its values anew; `set` and `remove` of
 * one that went do nothing.
 */
export class Commands<Components extends object = Record<never, never>> {
  readonly #storage: Storage;
  #queue: Command[] = [];

  constructor(storage: Storage) {
    this.#storage = storage;
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
    const kept: Record<string, unknown> = {};
    for (const [key, init] of Object.entries(components ?? {})) {
      if (init !== undefined) kept[key] = snapshot(this.#storage.registry.byKey(key), init);
    }
    const entity = this.#storage.entities.reserve();
    this.#queue.push({ do: "spawn", entity, components: kept });
    return entity;
  }

  /** Despawns an entity. Throws `StaleEntity`. */
  despawn(entity: Entity): void {
    this.#storage.entities.require(entity, "`despawn`");
    this.#queue.push({ do: "despawn", entity });
  }

  /** Adds a component; what `init` does not say takes its default. Throws `StaleEntity` or `UnknownComponent`. */
  add<Value, Init>(entity: Entity, type: ComponentType<Value, Init>, init?: Init): void {
    this.#check("add", entity, type);
    this.#queue.push({ do: "add", entity, type, init: snapshot(type, init) });
  }

  /** Writes the fields that `init` says. Throws `StaleEntity` or `UnknownComponent`. */
  set<Value, Init>(entity: Entity, type: ComponentType<Value, Init>, init: Init): void {
    this.#check("set", entity, type);
    this.#queue.push({ do: "set", entity, type, init: snapshot(type, init) });
  }

  /** Takes a component away. Throws `StaleEntity` or `UnknownComponent`. */
  remove(entity: Entity, type: ComponentType): void {
    this.#check("remove", entity, type);
    this.#queue.push({ do: "remove", entity, type });
  }

  /** Applies what waits, in order; for the world's sync points. When a command throws, those behind it keep waiting. */
  $apply(): void {
    const queue = this.#queue;
    if (queue.length === 0) return;
    this.#queue = [];
    let done = 0;
    try {
      for (const command of queue) {
        done++;
        if (this.#storage.entities.isAlive(command.entity)) this.#run(command);
      }
    } finally {
      if (done < queue.length) this.#queue = [...queue.slice(done), ...this.#queue];
    }
  }

  /** Forgets what waits; for `world.clear()`. */
  $drop(): void {
    this.#queue = [];
  }

  #run(command: Command): void {
    const storage = this.#storage;
    switch (command.do) {
      case "spawn":
        storage.spawnReserved(command.entity, command.components);
        break;
      case "despawn":
        storage.despawn(command.entity);
        break;
      case "remove":
        storage.remove(command.entity, command.type);
        break;
      case "set":
        storage.at(command.entity, command.type)?.$assign(command.init);
        break;
      case "add": {
        const present = storage.at(command.entity, command.type);
        if (present === undefined) storage.add(command.entity, command.type, command.init);
        else present.$fill(command.init);
      }
    }
  }

  #check(verb: string, entity: Entity, type: ComponentType): void {
    this.#storage.registry.require(type);
    this.#storage.entities.require(entity, `\`${verb}\` of \`${type.name}\``);
  }
}
