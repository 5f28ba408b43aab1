import { describeEntity, type Entity } from "../entities/entity.js";
import { EcsError } from "../errors.js";
import type { ComponentType, Cursor } from "./component-type.js";
import type { Storage } from "./storage.js";
import type { StorageWatcher } from "./storage-watcher.js";

/** Runs a change that is watched; what watchers want to change meanwhile must wait until it is over. */
export type Within = <Result>(change: () => Result) => Result;

/** The changes of a storage while somebody watches: the same verbs, each through the watcher. */
export class WatchedChanges {
  readonly #storage: Storage;
  readonly #watcher: StorageWatcher;
  readonly #within: Within;

  constructor(storage: Storage, watcher: StorageWatcher, within: Within) {
    this.#storage = storage;
    this.#watcher = watcher;
    this.#within = within;
  }

  /** `Changes.spawn`. */
  spawn(components: object): Entity {
    return this.#spawn(components, 1, () => [this.#storage.spawn(components)])[0];
  }

  /** `Changes.spawnMany`. */
  spawnMany(count: number, components: object): Entity[] {
    if (count === 0) return this.#storage.spawnMany(count, components);
    return [...this.#spawn(components, count, () => this.#storage.spawnMany(count, components))];
  }

  /** `Changes.spawnReserved`. */
  spawnReserved(entity: Entity, components: object): void {
    const types = this.#storage.typesOf(components);
    const make = (): readonly Entity[] => {
      this.#storage.spawnReserved(entity, components);
      return [entity];
    };
    const spawned = this.#within(() => this.#watcher.spawn(types, 1, make));
    if (spawned === undefined) this.#storage.entities.release(entity);
  }

  /** `Changes.despawn`. */
  despawn(entity: Entity): boolean {
    const change = (): boolean => this.#storage.despawn(entity);
    return this.#isSettled(entity) ? this.#within(() => this.#watcher.despawn(entity, change)) : change();
  }

  /** `Changes.add`. */
  add(entity: Entity, type: ComponentType, init: unknown): void {
    this.#within(() => {
      if (this.#add(entity, type, init)) return;
      throw cancelled(`adding component \`${type.name}\` to ${describeEntity(entity)}`);
    });
  }

  /** `Changes.put`. */
  put(entity: Entity, type: ComponentType, init: unknown): void {
    if (!this.#write(entity, type, (row) => row.$fill(init))) this.#within(() => this.#add(entity, type, init));
  }

  /** `Changes.remove`. */
  remove(entity: Entity, type: ComponentType): boolean {
    if (!this.#storage.has(entity, type)) return false;
    return this.#within(() => this.#watcher.remove(entity, type, () => this.#storage.remove(entity, type)));
  }

  /** `Changes.set`. */
  set(entity: Entity, type: ComponentType, init: unknown): boolean {
    return this.#write(entity, type, (row) => row.$assign(init));
  }

  /** `Changes.clear`. */
  clear(): void {
    const settled = this.#storage.entities.slots.living().filter((entity) => this.#isSettled(entity));
    const change = (): boolean => {
      this.#storage.clear();
      return true;
    };
    this.#within(() => this.#watcher.clear(settled, change));
  }

  /** Whether an entity is alive and was told of: one that waits for its queued spawn was not. */
  #isSettled(entity: Entity): boolean {
    return this.#storage.entities.isAlive(entity) && !this.#storage.isPending(entity);
  }

  #spawn(components: object, count: number, make: () => readonly Entity[]): readonly Entity[] {
    const types = this.#storage.typesOf(components);
    return this.#within(() => {
      const spawned = this.#watcher.spawn(types, count, make);
      if (spawned === undefined) throw cancelled(`spawning ${count === 1 ? "an entity" : `${count} entities`}`);
      return spawned;
    });
  }

  #add(entity: Entity, type: ComponentType, init: unknown): boolean {
    this.#storage.requireAbsent(entity, type);
    return this.#watcher.add(entity, type, () => {
      this.#storage.add(entity, type, init);
      return true;
    });
  }

  /** A cursor is used up before anything else runs, so it is fetched only when all watchers were asked. */
  #write(entity: Entity, type: ComponentType, write: (row: Cursor<unknown, unknown>) => void): boolean {
    if (!this.#storage.has(entity, type)) return false;
    const change = (): boolean => {
      const row = this.#storage.at(entity, type);
      if (row !== undefined) write(row);
      this.#storage.changes++;
      return row !== undefined;
    };
    return this.#within(() => this.#watcher.set(entity, type, change));
  }
}

/** The error for a change that a handler refused. */
export function cancelled(what: string): EcsError {
  const message = `${what} was cancelled by a handler of the event before it`;
  return new EcsError("Cancelled", message, "ask that handler for its reason, or be ready for the refusal");
}
