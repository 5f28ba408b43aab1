import type { ComponentType, Entity } from "ecsgen/runtime";
import { allComponents } from "../kit/all-components.js";
import type { ReferenceGate } from "./reference-gate.js";
import type { ReferenceStore } from "./reference-store.js";
import { copied } from "./rows.js";
import type { ObserverLike, ObserversLike } from "./world-like.js";

interface Watch {
  readonly type: ComponentType;
  readonly observer: ObserverLike;
}

/** Observers in order of registration. */
export class ReferenceObservers implements ObserversLike {
  readonly #store: ReferenceStore;
  readonly #gate: ReferenceGate;
  #watches: Watch[] = [];

  constructor(store: ReferenceStore, gate: ReferenceGate) {
    this.#store = store;
    this.#gate = gate;
  }

  get count(): number {
    return this.#watches.length;
  }

  observe(type: ComponentType, observer: ObserverLike): () => void {
    this.#gate.requireOpen();
    const watch = { type, observer };
    this.#watches.push(watch);
    return () => {
      this.#gate.requireOpen();
      this.#watches = this.#watches.filter((each) => each !== watch);
    };
  }

  /** Whether somebody is told of one moment of a component. */
  observes(moment: keyof ObserverLike, type: ComponentType): boolean {
    return this.#watches.some((watch) => watch.type === type && watch.observer[moment] !== undefined);
  }

  tell(moment: keyof ObserverLike, type: ComponentType, entity: Entity, value?: unknown): void {
    for (const watch of this.#watches.filter((each) => each.type === type)) {
      if (this.#watches.includes(watch)) this.#gate.attempt(() => watch.observer[moment]?.(entity, value));
    }
  }

  /** Makes a change that takes these components, or all, away from entities, and tells what they were. */
  losing(entities: readonly Entity[], types: readonly ComponentType[] = allComponents, change: () => void): void {
    const losses = entities.flatMap((entity) =>
      types
        .filter((type) => this.#store.has(entity, type))
        .map((type) => ({ entity, type, value: copied(this.#store.row(entity, type)) })),
    );
    change();
    for (const { entity, type, value } of losses) this.tell("removed", type, entity, value);
  }

  reset(): void {
    this.#watches = [];
  }
}
