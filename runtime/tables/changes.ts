import type { Entity } from "../entities/entity.js";
import type { ComponentList } from "./component-list.js";
import type { ComponentType } from "./component-type.js";
import type { Storage } from "./storage.js";
import { Watchers, type StorageWatcher, type WatcherRank } from "./storage-watcher.js";
import { runWithin, WatchedChanges, type Span } from "./watched-changes.js";

/**
 * Every change of entities and components that a program makes, at once or by command, passes here: it goes straight to
 * the storage, or, while somebody watches, through the watchers. Who calls makes sure of what `Storage` asks for.
 */
export class Changes {
  readonly storage: Storage;
  private readonly span: Span;
  private readonly watchers = new Watchers();
  private watchedChanges: WatchedChanges | undefined;

  constructor(storage: Storage, span: Span) {
    this.storage = storage;
    this.span = span;
  }

  /** Whether somebody watches. */
  get watched(): boolean {
    return this.watchedChanges !== undefined;
  }

  /** Puts a watcher in its place among the others, or takes the one there away. */
  watch(rank: WatcherRank, watcher: StorageWatcher | undefined): void {
    const all = this.watchers.put(rank, watcher);
    this.watchedChanges = all && new WatchedChanges(this.storage, all, this.span);
  }

  /** Makes an entity. Throws as `Storage.spawn` does, or `Cancelled`. */
  spawn(components: object): Entity {
    return (this.watchedChanges ?? this.storage).spawn(components);
  }

  /** Makes many entities with the same components, or none. Throws as `Storage.spawnMany` does, or `Cancelled`. */
  spawnMany(count: number, components: object): Entity[] {
    return (this.watchedChanges ?? this.storage).spawnMany(count, components);
  }

  /** Gives a reserved entity its row and components; when that fails or is refused, it ends. */
  spawnReserved(entity: Entity, components: object): void {
    (this.watchedChanges ?? this.storage).spawnReserved(entity, components);
  }

  /**
   * Ends an entity with all it has and all that is bound to it, each of them a change of its own; `false` when it was not
   * alive, or that was refused. Throws `RelationRefused`, with nothing changed.
   */
  despawn(entity: Entity): boolean {
    const { links, entities } = this.storage;
    // While somebody watches, it is a sync point even so.
    if (this.watchedChanges === undefined && !entities.isAlive(entity)) return false;
    if (links === undefined) return this.end(entity);
    if (this.watchedChanges === undefined && !links.binds(entity)) return this.storage.despawn(entity);
    const all = (): boolean => entities.isAlive(entity) && links.despawn(entity, (one) => this.end(one));
    return this.watchedChanges === undefined ? all() : runWithin(this.span, all);
  }

  /** Ends several entities together, in order, otherwise as `despawn`: what leads from one of them to another refuses nothing. */
  despawnAll(entities: readonly Entity[]): void {
    const { links } = this.storage;
    const end = (one: Entity): boolean => this.end(one);
    const all = (): void => (links === undefined ? entities.forEach(end) : links.despawnAll(entities, end));
    if (this.watchedChanges === undefined) all();
    else runWithin(this.span, all);
  }

  /** Takes back what was spawned when more could not be: whoever was told is told, and nobody can refuse. */
  undo(spawned: readonly Entity[]): void {
    if (this.watchedChanges === undefined) this.storage.endAll(spawned);
    else this.watchedChanges.undo(spawned);
  }

  /** Adds a component. Throws as `Storage.add` does, or `Cancelled`. */
  add(entity: Entity, type: ComponentType, init: unknown): void {
    (this.watchedChanges ?? this.storage).add(entity, type, init);
  }

  /** Adds several components with one move: all, or none. Throws as `add` does. */
  addAll(entity: Entity, list: ComponentList): void {
    (this.watchedChanges ?? this.storage).addAll(entity, list);
  }

  /** Writes all fields of a component, or adds it unless that is refused. Throws as `Storage.add` does. */
  put(entity: Entity, type: ComponentType, init: unknown): void {
    (this.watchedChanges ?? this.storage).put(entity, type, init);
  }

  /** Takes a component away; `false` when the entity did not have it, or that was refused. */
  remove(entity: Entity, type: ComponentType): boolean {
    return (this.watchedChanges ?? this.storage).remove(entity, type);
  }

  /**
   * Takes those of several components away that the entity has and nobody refuses, with one move. Gives back how many they
   * were. Throws as `Storage.remove` does.
   */
  removeAll(entity: Entity, types: readonly ComponentType[]): number {
    return (this.watchedChanges ?? this.storage).removeAll(entity, types);
  }

  /** Writes the fields that `init` says; `false` when the entity does not have the component. */
  set(entity: Entity, type: ComponentType, init: unknown): boolean {
    return (this.watchedChanges ?? this.storage).set(entity, type, init);
  }

  /** Ends all entities and gives their memory back. */
  clear(): void {
    (this.watchedChanges ?? this.storage).clear();
  }

  private end(entity: Entity): boolean {
    return (this.watchedChanges ?? this.storage).despawn(entity);
  }
}
