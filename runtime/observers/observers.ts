import type { Callbacks, Cause } from "../commands/callbacks.js";
import type { Entity } from "../entities/entity.js";
import { EcsError } from "../errors.js";
import type { Gate } from "../gate.js";
import type { Changes } from "../tables/changes.js";
import type { ComponentType } from "../tables/component-type.js";
import type { Change, Removal, Spawning, StorageWatcher } from "../tables/storage-watcher.js";

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

/** What observers are called for. */
class Observed implements Cause {
  readonly type: ComponentType;
  readonly moment: Moment;
  readonly cause: Cause | undefined;

  constructor(type: ComponentType, moment: Moment, cause: Cause | undefined) {
    this.type = type;
    this.moment = moment;
    this.cause = cause;
  }

  get what(): string {
    return `\`${this.type.name}\` ${this.moment}`;
  }

  get depth(): number {
    return this.cause === undefined ? 0 : this.cause.depth + 1;
  }
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
  private readonly changes: Changes;
  private readonly callbacks: Callbacks;
  private readonly gate: Gate;
  /** By moment and component. The lists are replaced, never changed, so that a telling under way goes through the old one. */
  private readonly watches: Readonly<Record<Moment, (readonly Watch[] | undefined)[]>> = {
    added: [],
    removed: [],
    changed: [],
  };
  private readonly uncaused: Readonly<Record<Moment, (Observed | undefined)[]>> = {
    added: [],
    removed: [],
    changed: [],
  };
  /** The components whose removal is observed, in dense order. */
  private losable: readonly ComponentType[] = [];
  private observing = 0;

  constructor(changes: Changes, callbacks: Callbacks, gate: Gate) {
    this.changes = changes;
    this.callbacks = callbacks;
    this.gate = gate;
  }

  /** How many observers there are. */
  get count(): number {
    return this.observing;
  }

  /** Observes a component. Gives back how to stop that. Throws `UnknownComponent`, `InvalidArgument` or `WorldLocked`. */
  observe<Value, Init>(type: ComponentType<Value, Init>, observer: Observer<Value>): () => void {
    this.gate.require("observe");
    this.changes.storage.registry.require(type);
    requireObserver(type, observer);
    const watch: Watch = { observer, active: true };
    this.replace(type, (moment, watches) => (observer[moment] === undefined ? watches : [...watches, watch]), 1);
    return () => {
      this.gate.require("stop observing");
      if (!watch.active) return;
      watch.active = false;
      this.replace(type, (_moment, watches) => watches.filter((kept) => kept !== watch), -1);
    };
  }

  spawn(components: readonly ComponentType[], _count: number, change: Spawning): readonly Entity[] | undefined {
    const cause = this.callbacks.cause;
    const spawned = change();
    for (const entity of spawned ?? []) {
      for (const type of components) this.tell("added", type, entity, undefined, cause);
    }
    return spawned;
  }

  despawn(entity: Entity, change: Change): boolean {
    return this.lose([entity], change);
  }

  clear(entities: readonly Entity[], change: Change): boolean {
    return this.lose(entities, change);
  }

  add(entity: Entity, components: readonly ComponentType[], change: Change): boolean {
    return this.told("added", entity, components, change);
  }

  remove(entity: Entity, components: readonly ComponentType[], change: Removal): readonly ComponentType[] {
    const cause = this.callbacks.cause;
    const losses: Loss[] = [];
    this.noteLosses(entity, components, losses);
    const removed = change(components);
    for (const loss of losses) if (removed.includes(loss.type)) this.tellOf(loss, cause);
    return removed;
  }

  set(entity: Entity, component: ComponentType, change: Change): boolean {
    return this.told("changed", entity, [component], change);
  }

  private told(moment: Moment, entity: Entity, components: readonly ComponentType[], change: Change): boolean {
    const cause = this.callbacks.cause;
    if (!change()) return false;
    for (const component of components) this.tell(moment, component, entity, undefined, cause);
    return true;
  }

  /** Ends all observations; for `World.reset`. */
  $reset(): void {
    for (const watches of Object.values(this.watches)) {
      for (const watch of watches.flatMap((each) => each ?? [])) watch.active = false;
      watches.length = 0;
    }
    this.losable = [];
    this.observing = 0;
    this.changes.watch("observers", undefined);
  }

  private lose(entities: readonly Entity[], change: Change): boolean {
    const cause = this.callbacks.cause;
    const losses: Loss[] = [];
    if (this.losable.length > 0) for (const entity of entities) this.noteLosses(entity, this.losable, losses);
    if (!change()) return false;
    for (const loss of losses) this.tellOf(loss, cause);
    return true;
  }

  /** Reads those of these components whose removal is observed, as far as the entity has them. */
  private noteLosses(entity: Entity, types: readonly ComponentType[], losses: Loss[]): void {
    for (const type of types) {
      if (!this.isWatched("removed", type)) continue;
      const row = this.changes.storage.at(entity, type);
      if (row !== undefined) losses.push({ entity, type, value: row.$read() });
    }
  }

  private isWatched(moment: Moment, type: ComponentType): boolean {
    const watches = this.watches[moment][type.index];
    return watches !== undefined && watches.length > 0;
  }

  private tellOf({ entity, type, value }: Loss, cause: Cause | undefined): void {
    this.tell("removed", type, entity, value, cause);
  }

  private tell(moment: Moment, type: ComponentType, entity: Entity, value: unknown, cause: Cause | undefined): void {
    const watches = this.watches[moment][type.index];
    if (watches === undefined || watches.length === 0) return;
    const outer = this.callbacks.enter(this.observed(moment, type, cause));
    try {
      for (const watch of watches) this.call(watch, moment, type, entity, value);
    } finally {
      this.callbacks.enter(outer);
    }
  }

  /** What nothing else caused is the same each time. */
  private observed(moment: Moment, type: ComponentType, cause: Cause | undefined): Observed {
    if (cause !== undefined) return new Observed(type, moment, cause);
    return (this.uncaused[moment][type.index] ??= new Observed(type, moment, undefined));
  }

  private call(watch: Watch, moment: Moment, type: ComponentType, entity: Entity, value: unknown): void {
    if (!watch.active) return;
    try {
      watch.observer[moment]?.(entity, value);
    } catch (error) {
      this.callbacks.failed(`an observer of \`${type.name}\``, error);
    }
  }

  private replace(
    type: ComponentType,
    change: (moment: Moment, watches: readonly Watch[]) => readonly Watch[],
    more: number,
  ): void {
    for (const moment of moments) {
      this.watches[moment][type.index] = change(moment, this.watches[moment][type.index] ?? []);
    }
    this.losable = this.changes.storage.registry.types.filter((each) => this.isWatched("removed", each));
    this.observing += more;
    this.changes.watch("observers", this.observing > 0 ? this : undefined);
  }
}

const moments = ["added", "removed", "changed"] as const;

function requireObserver(type: ComponentType, observer: Observer<never>): void {
  const given = moments.map((moment) => observer?.[moment]).filter((call) => call !== undefined);
  if (given.length > 0 && given.every((call) => typeof call === "function")) return;
  const message = `what was to observe \`${type.name}\` has no function \`added\`, \`removed\` or \`changed\``;
  throw new EcsError(
    "InvalidArgument",
    message,
    "give an object with at least one of them: `{ added: (entity) => … }`",
  );
}
