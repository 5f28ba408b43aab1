import type { ComponentType, Entity, RelationType } from "ecsgen/runtime";
import type { ReferenceChanges } from "./reference-changes.js";
import type { ReferenceGate } from "./reference-gate.js";
import type { ReferenceStore } from "./reference-store.js";
import { typesOf } from "./reference-store.js";
import { copied, filled } from "./rows.js";
import type { CommandsLike, Pair } from "./world-like.js";

interface Command {
  readonly entity: Entity;
  readonly run: () => void;
}

/** Changes that wait, with what they were given as it was then. */
export class ReferenceCommands implements CommandsLike {
  readonly #store: ReferenceStore;
  readonly #gate: ReferenceGate;
  readonly #changes: ReferenceChanges;
  #queue: Command[] = [];

  constructor(store: ReferenceStore, gate: ReferenceGate, changes: ReferenceChanges) {
    this.#store = store;
    this.#gate = gate;
    this.#changes = changes;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  spawn(components: object = {}): Entity {
    this.#gate.requireOpen();
    typesOf(components);
    const kept = copied(components);
    const entity = this.#store.reserve();
    this.settle(entity, Object(kept));
    return entity;
  }

  /** Gives an entity that was reserved its components later. */
  settle(entity: Entity, components: object): void {
    const kept = copied(components);
    this.#queue.push({ entity, run: () => this.#changes.settle(entity, Object(kept)) });
  }

  despawn(entity: Entity): void {
    this.#gate.requireOpen();
    this.#later(entity, () => this.#changes.despawn(entity));
  }

  add(entity: Entity, type: ComponentType, init?: unknown): void {
    const kept = this.#kept(entity, init);
    this.#later(entity, () => this.#changes.put(entity, type, kept));
  }

  addAll(entity: Entity, list: readonly Pair[]): void {
    const kept = list.map(([type, init]): Pair => [type, this.#kept(entity, init)]);
    for (const [type, init] of kept) this.#later(entity, () => this.#changes.put(entity, type, init));
  }

  set(entity: Entity, type: ComponentType, init: unknown): void {
    const kept = this.#kept(entity, init);
    this.#later(entity, () => this.#changes.set(entity, type, kept));
  }

  remove(entity: Entity, type: ComponentType): void {
    this.#gate.requireOpen();
    this.#later(entity, () => this.#changes.remove(entity, type));
  }

  relate(source: Entity, type: RelationType, target: Entity, init?: unknown): void {
    const kept = this.#kept(source, init);
    this.#store.require(target);
    this.#later(source, () => {
      if (this.#store.alive.has(target)) this.#store.edges.add(source, type, target, () => filled(type, kept));
    });
  }

  unrelate(source: Entity, type: RelationType, target?: Entity): void {
    this.#gate.requireOpen();
    if (target !== undefined) this.#store.require(target);
    this.#later(source, () => this.#store.edges.remove(source, type, target));
  }

  /** What was despawned meanwhile is left alone. When something throws, what is behind it keeps waiting. */
  apply(): void {
    const queue = this.#queue;
    this.#queue = [];
    try {
      for (let command = queue.shift(); command !== undefined; command = queue.shift()) {
        if (this.#store.alive.has(command.entity)) command.run();
      }
    } finally {
      this.#queue = [...queue, ...this.#queue];
    }
  }

  drop(): void {
    this.#queue = [];
  }

  #kept(entity: Entity, init: unknown): unknown {
    this.#gate.requireOpen();
    this.#store.require(entity);
    return copied(init);
  }

  #later(entity: Entity, run: Command["run"]): void {
    this.#store.require(entity);
    this.#queue.push({ entity, run });
  }
}
