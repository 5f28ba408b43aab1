import type { Callbacks, Cause } from "../commands/callbacks.js";
import type { Entity } from "../entities/entity.js";
import { EcsError } from "../errors.js";
import type { Changes } from "../tables/changes.js";
import type { ComponentType } from "../tables/component-type.js";
import type { Change, Spawning, StorageWatcher } from "../tables/storage-watcher.js";

/** What an observer is told of. */
export interface Observer<Value> {
  /** An entity got the component, by `spawn` or `add`. */
  added?(entity: Entity): void;
  /** An entity lost the component, by `remove`, `despawn` or `clear`, and this is what it was. */
  removed?(entity: Entity, value: Value): void;
  /** The component was written by `set` or a command. Writes of a loop into its rows are not told. */
  changed?(entity: Entity): void;
}

/** A value that an entity is about to lose. */
interface Loss {
  readonly entity: Entity;
  readonly type: ComponentType;
  readonly value: unknown;
}

type Moment = keyof Observer<unknown>;

/** An observer in its place. */
interface Watch {
  readonly observer: Observer<unknown>;
  active: boolean;
}

/**
 * Tells observers what happens to the components of entities.
 *
 * Order: the before events of a change, the change, observers, the after events. Observers of a component are called in
 * order of registration. The components of an entity that is spawned or despawned are told in dense order; entities that
 * are spawned together one after the other. Structural changes that an observer makes wait until the change is over.
 *
 * An error of an observer keeps no other from being called; see `Callbacks`.
 */
export class Observers implements StorageWatcher {
  readonly #changes: Changes;
  readonly #callbacks: Callbacks;
  /** By component. The lists are replaced, never changed, so that a telling under way goes through the old one. */
  readonly #watches: (readonly Watch[] | undefined)[] = [];
  #count = 0;

  constructor(changes: Changes, callbacks: Callbacks) {
    this.#changes = changes;
    this.#callbacks = callbacks;
  }

  /** How many observers there are. */
  get count(): number {
    return this.#count;
  }

  /** Observes a component. Gives back how to stop that. Throws `UnknownComponent`, or `InvalidArgument`. */
  observe<Value, Init>(type: ComponentType<Value, Init>, observer: Observer<Value>): () => void {
    this.#changes.storage.registry.require(type);
    requireObserver(type, observer);
    const watch: Watch = { observer, active: true };
    this.#watches[type.index] = [...this.#of(type), watch];
    this.#keep(1);
    return () => {
      if (!watch.active) return;
      watch.active = false;
      this.#watches[type.index] = this.#of(type).filter((kept) => kept !== watch);
      this.#keep(-1);
    };
  }

  spawn(components: readonly ComponentType[], _count: number, change: Spawning): readonly Entity[] | undefined {
    const cause = this.#callbacks.cause;
    const spawned = change();
    for (const entity of spawned ?? []) {
      for (const type of components) this.#tell("added", type, entity, undefined, cause);
    }
    return spawned;
  }

  despawn(entity: Entity, change: Change): boolean {
    return this.#lose([entity], this.#changes.storage.registry.types, change);
  }

  clear(entities: readonly Entity[], change: Change): boolean {
    return this.#lose(entities, this.#changes.storage.registry.types, change);
  }

  add(entity: Entity, component: ComponentType, change: Change): boolean {
    return this.#told("added", entity, component, change);
  }

  remove(entity: Entity, component: ComponentType, change: Change): boolean {
    return this.#lose([entity], [component], change);
  }

  set(entity: Entity, component: ComponentType, change: Change): boolean {
    return this.#told("changed", entity, component, change);
  }

  #told(moment: Moment, entity: Entity, component: ComponentType, change: Change): boolean {
    const cause = this.#callbacks.cause;
    if (!change()) return false;
    this.#tell(moment, component, entity, undefined, cause);
    return true;
  }

  #lose(entities: readonly Entity[], types: readonly ComponentType[], change: Change): boolean {
    const cause = this.#callbacks.cause;
    const losses = entities.flatMap((entity) => this.#lossesOf(entity, types));
    if (!change()) return false;
    for (const { entity, type, value } of losses) this.#tell("removed", type, entity, value, cause);
    return true;
  }

  /** The values of what is observed alone. */
  #lossesOf(entity: Entity, types: readonly ComponentType[]): Loss[] {
    const { storage } = this.#changes;
    return types
      .filter((type) => this.#of(type).some(({ observer }) => observer.removed !== undefined))
      .filter((type) => storage.has(entity, type))
      .map((type) => ({ entity, type, value: storage.at(entity, type)?.$read() }));
  }

  #tell(moment: Moment, type: ComponentType, entity: Entity, value: unknown, cause: Cause | undefined): void {
    const watches = this.#of(type);
    if (watches.length === 0) return;
    const what = `\`${type.name}\` ${moment}`;
    const outer = this.#callbacks.enter({ what, depth: cause === undefined ? 0 : cause.depth + 1, cause });
    try {
      for (const watch of watches) this.#call(watch, moment, type, entity, value);
    } finally {
      this.#callbacks.enter(outer);
    }
  }

  #call({ observer, active }: Watch, moment: Moment, type: ComponentType, entity: Entity, value: unknown): void {
    if (!active) return;
    try {
      observer[moment]?.(entity, value);
    } catch (error) {
      this.#callbacks.failed(`an observer of \`${type.name}\``, error);
    }
  }

  #of(type: ComponentType): readonly Watch[] {
    return this.#watches[type.index] ?? [];
  }

  #keep(more: number): void {
    this.#count += more;
    this.#changes.watch("observers", this.#count > 0 ? this : undefined);
  }
}

function requireObserver(type: ComponentType, observer: Observer<never>): void {
  const moments = ["added", "removed", "changed"] as const;
  const given = moments.map((moment) => observer?.[moment]).filter((call) => call !== undefined);
  if (given.length > 0 && given.every((call) => typeof call === "function")) return;
  const message = `what was to observe \`${type.name}\` has no function \`added\`, \`removed\` or \`changed\``;
  throw new EcsError(
    "InvalidArgument",
    message,
    "give an object with at least one of them: `{ added: (entity) => … }`",
  );
}
