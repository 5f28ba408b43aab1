import type { Entity } from "../entities/entity.js";
import type { Memory } from "../memory/memory.js";
import type { ComponentType } from "../tables/component-type.js";
import type { Change, Removal, Spawning, StorageWatcher } from "../tables/storage-watcher.js";
import { ChangeLog, type ChangeReader } from "./change-log.js";

/** What a log remembers: that an entity got a component, or that it lost one. */
export type LogKind = "gained" | "lost";

/** The logs that queries ask for. While there are none nobody watches, and changes cost what they cost without. */
export class ChangeLogs implements StorageWatcher {
  readonly #memory: Memory;
  readonly #watch: (watcher: StorageWatcher | undefined) => void;
  /** By component. */
  readonly #logs: Readonly<Record<LogKind, Map<ComponentType, ChangeLog>>> = { gained: new Map(), lost: new Map() };

  constructor(memory: Memory, watch: (watcher: StorageWatcher | undefined) => void) {
    this.#memory = memory;
    this.#watch = watch;
  }

  /** How many entries all logs have. */
  get size(): number {
    return this.#all().reduce((size, log) => size + log.size, 0);
  }

  /** The log of a component, kept from now on for this reader as well. */
  open(kind: LogKind, type: ComponentType, reader: ChangeReader): ChangeLog {
    const log = this.#logs[kind].get(type) ?? new ChangeLog(this.#memory);
    if (this.#all().length === 0) this.#watch(this);
    this.#logs[kind].set(type, log);
    log.readers.add(reader);
    return log;
  }

  /** Lets a reader go, and drops the logs that nobody reads any more. */
  close(reader: ChangeReader): void {
    for (const logs of [this.#logs.gained, this.#logs.lost]) {
      for (const [type, log] of logs) {
        if (log.readers.delete(reader) && log.readers.size === 0) logs.delete(type);
      }
    }
    if (this.#all().length === 0) this.#watch(undefined);
  }

  /** Forgets all entities. */
  forgetAll(): void {
    for (const log of this.#all()) log.clear();
  }

  /** Forgets all entities, and lets all who read see everything as new: for a world that became another one. */
  restart(): void {
    for (const log of this.#all()) {
      log.clear();
      for (const reader of log.readers) reader.restart();
    }
  }

  spawn(components: readonly ComponentType[], _count: number, change: Spawning): readonly Entity[] | undefined {
    const spawned = change();
    for (const type of components) {
      const log = this.#logs.gained.get(type);
      if (log !== undefined) spawned?.forEach((entity) => log.note(entity));
    }
    return spawned;
  }

  despawn(entity: Entity, change: Change): boolean {
    const done = change();
    if (done) for (const log of this.#all()) log.forget(entity);
    return done;
  }

  clear(entities: readonly Entity[], change: Change): boolean {
    for (const log of this.#all()) for (const entity of entities) log.forget(entity);
    return change();
  }

  add(entity: Entity, components: readonly ComponentType[], change: Change): boolean {
    const done = change();
    if (done) for (const component of components) this.#logs.gained.get(component)?.note(entity);
    return done;
  }

  remove(entity: Entity, components: readonly ComponentType[], change: Removal): readonly ComponentType[] {
    const removed = change(components);
    for (const component of removed) this.#logs.lost.get(component)?.note(entity);
    return removed;
  }

  set(_entity: Entity, _component: ComponentType, change: Change): boolean {
    return change();
  }

  #all(): ChangeLog[] {
    return [...this.#logs.gained.values(), ...this.#logs.lost.values()];
  }
}
