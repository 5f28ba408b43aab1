import type { ComponentType, Entity } from "ecsgen/runtime";
import type { ReferenceStore, Rows } from "./reference-store.js";
import { typesOf } from "./reference-store.js";
import { copied, filled } from "./rows.js";
import type { CommandsLike } from "./world-like.js";

interface Command {
  readonly entity: Entity;
  readonly run: (rows: Rows) => void;
}

/** Changes that wait, with what they were given as it was then. */
export class ReferenceCommands implements CommandsLike {
  readonly #store: ReferenceStore;
  #queue: Command[] = [];

  constructor(store: ReferenceStore) {
    this.#store = store;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  spawn(components: object = {}): Entity {
    typesOf(components);
    const kept = copied(components);
    const entity = this.#store.reserve();
    this.#queue.push({ entity, run: () => this.#store.settle(entity, Object(kept)) });
    return entity;
  }

  despawn(entity: Entity): void {
    this.#later(entity, () => this.#store.end(entity));
  }

  add(entity: Entity, type: ComponentType, init?: unknown): void {
    const kept = this.#kept(entity, init);
    this.#later(entity, (rows) => {
      if (rows.has(type)) rows.set(type, filled(type, kept));
      else this.#store.add(entity, rows, type, kept);
    });
  }

  set(entity: Entity, type: ComponentType, init: unknown): void {
    const kept = this.#kept(entity, init);
    this.#later(entity, () => this.#store.set(entity, type, kept));
  }

  remove(entity: Entity, type: ComponentType): void {
    this.#later(entity, (rows) => this.#store.remove(entity, rows, type));
  }

  /** What was despawned meanwhile is left alone. */
  apply(): void {
    const queue = this.#queue;
    this.#queue = [];
    for (const { entity, run } of queue) {
      if (this.#store.alive.has(entity)) run(this.#store.alive.get(entity) ?? new Map());
    }
  }

  drop(): void {
    this.#queue = [];
  }

  #kept(entity: Entity, init: unknown): unknown {
    this.#store.require(entity);
    return copied(init);
  }

  #later(entity: Entity, run: Command["run"]): void {
    this.#store.require(entity);
    this.#queue.push({ entity, run });
  }
}
