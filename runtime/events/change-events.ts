import type { Entity } from "../entities/entity.js";
import type { ComponentType } from "../tables/component-type.js";
import type { Change, Spawning, StorageWatcher } from "../tables/storage-watcher.js";
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
    return this.#around(BeforeDespawn, AfterDespawn, { entity }, change);
  }

  clear(entities: readonly Entity[], change: Change): boolean {
    const cleared = change();
    for (const entity of entities) this.#publish(AfterDespawn, { entity });
    return cleared;
  }

  add(entity: Entity, component: ComponentType, change: Change): boolean {
    return this.#around(BeforeAddComponent, AfterAddComponent, { entity, component }, change);
  }

  remove(entity: Entity, component: ComponentType, change: Change): boolean {
    return this.#around(BeforeRemoveComponent, AfterRemoveComponent, { entity, component }, change);
  }

  set(_entity: Entity, _component: ComponentType, change: Change): boolean {
    return change();
  }

  #around<Value>(before: BuiltInEvent<Value>, after: BuiltInEvent<Value>, payload: Value, change: Change): boolean {
    if (!this.#publish(before, payload) || !change()) return false;
    this.#publish(after, payload);
    return true;
  }
}
