import type { Entity } from "../entities/entity.js";
import type { ComponentType } from "../tables/component-type.js";
import type { Change, Removal, Spawning, StorageWatcher } from "../tables/storage-watcher.js";
import {
  AfterAddComponent,
  AfterDespawn,
  AfterRemoveComponent,
  AfterSpawn,
  BeforeAddComponent,
  BeforeDespawn,
  BeforeRemoveComponent,
  BeforeSpawn,
  type BuiltInEvent,
} from "./built-in-events.js";

/** Publishes a built-in event; `false` when a pre handler cancelled. */
export type Publish = <Value>(type: BuiltInEvent<Value>, payload: Value) => boolean;

/** The built-in events around changes: the before one, the change unless that was cancelled, the after one. */
export class ChangeEvents implements StorageWatcher {
  readonly #publish: Publish;

  constructor(publish: Publish) {
    this.#publish = publish;
  }

  spawn(components: readonly ComponentType[], count: number, change: Spawning): readonly Entity[] | undefined {
    if (!this.#publish(BeforeSpawn, { components, count })) return undefined;
    const spawned = change();
    for (const entity of spawned ?? []) this.#publish(AfterSpawn, { entity, components });
    return spawned;
  }

  despawn(entity: Entity, change: Change): boolean {
    if (!this.#publish(BeforeDespawn, { entity }) || !change()) return false;
    this.#publish(AfterDespawn, { entity });
    return true;
  }

  clear(entities: readonly Entity[], change: Change): boolean {
    const cleared = change();
    for (const entity of entities) this.#publish(AfterDespawn, { entity });
    return cleared;
  }

  add(entity: Entity, components: readonly ComponentType[], change: Change): boolean {
    for (const component of components) if (!this.#publish(BeforeAddComponent, { entity, component })) return false;
    if (!change()) return false;
    for (const component of components) this.#publish(AfterAddComponent, { entity, component });
    return true;
  }

  remove(entity: Entity, components: readonly ComponentType[], change: Removal): readonly ComponentType[] {
    const allowed = components.filter((component) => this.#publish(BeforeRemoveComponent, { entity, component }));
    const removed = allowed.length > 0 ? change(allowed) : allowed;
    for (const component of removed) this.#publish(AfterRemoveComponent, { entity, component });
    return removed;
  }

  set(_entity: Entity, _component: ComponentType, change: Change): boolean {
    return change();
  }
}
