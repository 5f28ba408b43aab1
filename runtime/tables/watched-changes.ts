import { describeEntity, type Entity } from "../entities/entity.js";
import { EcsError } from "../errors.js";
import type { ComponentList } from "./component-list.js";
import type { ComponentType } from "./component-type.js";
import type { Storage } from "./storage.js";
import type { Onlooker, StorageWatcher } from "./storage-watcher.js";

/** The time in which a watched change is made: what watchers want to change meanwhile must wait until it is over. */
export interface Span {
  /** Begins a change, which `close` or `fail` must end. */
  open(): void;
  /** Ends a change that went well. Throws what was kept until then. */
  close(): void;
  /** Ends a change that threw. Throws the same, with what was kept until then. */
  fail(error: unknown): never;
}

/** Runs a change that is watched. */
export function runWithin<Result>(span: Span, change: () => Result): Result {
  span.open();
  let result: Result;
  try {
    result = change();
  } catch (error) {
    return span.fail(error);
  }
  span.close();
  return result;
}

/** The changes of a storage while somebody watches: the same verbs, each through the watcher. */
export class WatchedChanges {
  private readonly storage: Storage;
  private readonly watcher: StorageWatcher;
  private readonly span: Span;
  private readonly onlooker: Onlooker | undefined;
  /** By component: a list of it alone. */
  private readonly alone: readonly (readonly ComponentType[])[];

  constructor(storage: Storage, watcher: StorageWatcher, span: Span) {
    this.storage = storage;
    this.watcher = watcher;
    this.span = span;
    this.onlooker = watcher.onlooker;
    this.alone = storage.registry.types.map((type) => [type]);
  }

  /** `Changes.spawn`. */
  spawn(components: object): Entity {
    return this.spawnWatched(components, 1, () => [this.storage.spawn(components)])[0];
  }

  /** `Changes.spawnMany`. */
  spawnMany(count: number, components: object): Entity[] {
    if (count === 0) return this.storage.spawnMany(count, components);
    return [...this.spawnWatched(components, count, () => this.storage.spawnMany(count, components))];
  }

  /** `Changes.spawnReserved`. */
  spawnReserved(entity: Entity, components: object): void {
    const types = this.storage.typesOf(components);
    const make = (): readonly Entity[] => {
      this.storage.spawnReserved(entity, components);
      return [entity];
    };
    try {
      runWithin(this.span, () => this.watcher.spawn(types, 1, make));
    } finally {
      if (!this.storage.isSettled(entity)) this.storage.entities.release(entity);
    }
  }

  /** `Changes.despawn`. */
  despawn(entity: Entity): boolean {
    const change = (): boolean => this.storage.despawn(entity);
    return this.storage.isSettled(entity) ? runWithin(this.span, () => this.watcher.despawn(entity, change)) : change();
  }

  /** `Changes.add`. */
  add(entity: Entity, type: ComponentType, init: unknown): void {
    this.storage.requireAbsent(entity, type);
    if (this.onlooker !== undefined) return this.addSeen(this.onlooker, entity, type, init);
    const change = (): boolean => {
      this.storage.add(entity, type, init);
      return true;
    };
    const types = this.alone[type.index];
    let added = false;
    this.span.open();
    try {
      added = this.watcher.add(entity, types, change);
    } catch (error) {
      this.span.fail(error);
    }
    this.span.close();
    if (!added) throw notAdded(entity, types);
  }

  /** `Changes.addAll`. */
  addAll(entity: Entity, list: ComponentList): void {
    for (const [type] of list) this.storage.requireAbsent(entity, type);
    if (this.addWatched(entity, list)) return;
    throw notAdded(
      entity,
      list.map(([type]) => type),
    );
  }

  /** `Changes.put`. */
  put(entity: Entity, type: ComponentType, init: unknown): void {
    if (!this.write(entity, type, () => this.storage.put(entity, type, init))) this.addWatched(entity, [[type, init]]);
  }

  /** `Changes.remove`. */
  remove(entity: Entity, type: ComponentType): boolean {
    if (!this.storage.has(entity, type)) return false;
    if (this.onlooker !== undefined) return this.removeSeen(this.onlooker, entity, type);
    const change = (left: readonly ComponentType[]): readonly ComponentType[] => {
      if (left.length > 0) this.storage.remove(entity, type);
      return left;
    };
    let removed = false;
    this.span.open();
    try {
      removed = this.watcher.remove(entity, this.alone[type.index], change).length > 0;
    } catch (error) {
      this.span.fail(error);
    }
    this.span.close();
    return removed;
  }

  /** `Changes.removeAll`. */
  removeAll(entity: Entity, types: readonly ComponentType[]): number {
    const present = types.filter((type) => this.storage.has(entity, type));
    if (present.length === 0) return 0;
    const change = (left: readonly ComponentType[]): readonly ComponentType[] => {
      this.storage.removeAll(entity, left);
      return left;
    };
    return runWithin(this.span, () => this.watcher.remove(entity, present, change)).length;
  }

  /** `Changes.set`. */
  set(entity: Entity, type: ComponentType, init: unknown): boolean {
    return this.write(entity, type, () => this.storage.set(entity, type, init));
  }

  /** `Changes.clear`. */
  clear(): void {
    this.end(this.storage.entities.living(), () => this.storage.clear());
  }

  /** `Changes.undo`. */
  undo(spawned: readonly Entity[]): void {
    this.end(spawned, () => this.storage.endAll(spawned));
  }

  private addSeen(onlooker: Onlooker, entity: Entity, type: ComponentType, init: unknown): void {
    this.span.open();
    try {
      const before = onlooker.before();
      this.storage.add(entity, type, init);
      onlooker.afterAdd(entity, type, before);
    } catch (error) {
      this.span.fail(error);
    }
    this.span.close();
  }

  private removeSeen(onlooker: Onlooker, entity: Entity, type: ComponentType): boolean {
    this.span.open();
    try {
      const before = onlooker.before();
      const value = onlooker.beforeRemove(entity, type);
      this.storage.remove(entity, type);
      onlooker.afterRemove(entity, type, value, before);
    } catch (error) {
      this.span.fail(error);
    }
    this.span.close();
    return true;
  }

  /** Tells of those alone that were told of when they came: not of one that still waits for its queued spawn. */
  private end(entities: readonly Entity[], end: () => void): void {
    const settled = entities.filter((entity) => this.storage.isSettled(entity));
    const change = (): boolean => {
      end();
      return true;
    };
    runWithin(this.span, () => this.watcher.clear(settled, change));
  }

  private spawnWatched(components: object, count: number, make: () => readonly Entity[]): readonly Entity[] {
    const types = this.storage.typesOf(components);
    return runWithin(this.span, () => {
      const spawned = this.watcher.spawn(types, count, make);
      if (spawned === undefined) throw cancelled(`spawning ${count === 1 ? "an entity" : `${count} entities`}`);
      return spawned;
    });
  }

  private addWatched(entity: Entity, list: ComponentList): boolean {
    const types = list.map(([type]) => type);
    const change = (): boolean => {
      this.storage.addAll(entity, list);
      return true;
    };
    return types.length === 0 || runWithin(this.span, () => this.watcher.add(entity, types, change));
  }

  private write(entity: Entity, type: ComponentType, write: () => void): boolean {
    if (!this.storage.has(entity, type)) return false;
    const change = (): boolean => {
      write();
      return true;
    };
    return runWithin(this.span, () => this.watcher.set(entity, type, change));
  }
}

function notAdded(entity: Entity, types: readonly ComponentType[]): EcsError {
  const names = types.map((type) => `\`${type.name}\``).join(", ");
  return cancelled(`adding ${names} to ${describeEntity(entity)}`);
}

/** The error for a change that a handler refused. */
export function cancelled(what: string): EcsError {
  const message = `${what} was cancelled by a handler of the event before it`;
  return new EcsError("Cancelled", message, "ask that handler for its reason, or be ready for the refusal");
}
