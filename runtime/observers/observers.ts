import type { Callbacks, Cause } from "../commands/callbacks.js";
import type { Entity } from "../entities/entity.js";
import { EcsError } from "../errors.js";
import type { Gate } from "../gate.js";
import type { Changes } from "../tables/changes.js";
import type { ComponentType } from "../tables/component-type.js";
import type { Change, Onlooker, Removal, Spawning, StorageWatcher } from "../tables/storage-watcher.js";

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

const moments = ["added", "removed", "changed"] as const;

type Moment = (typeof moments)[number];

/** An observer in its place. */
interface Watch {
  readonly observer: Observer<unknown>;
  active: boolean;
}

/** A function of an observer. */
interface Listener {
  readonly watch: Watch;
  readonly call: (entity: Entity, value: unknown) => void;
}

/** Who is told of one moment, by component. */
class Listeners {
  readonly moment: Moment;
  /** The lists are replaced, never changed, so that a telling under way goes through the old one. */
  readonly lists: (readonly Listener[])[];
  private readonly uncaused: (Observed | undefined)[];

  constructor(moment: Moment, universe: number) {
    this.moment = moment;
    this.lists = Array.from({ length: universe }, () => []);
    this.uncaused = Array.from({ length: universe }, () => undefined);
  }

  /** What is told of a component. What nothing else caused is the same each time. */
  observed(type: ComponentType, cause: Cause | undefined): Observed {
    if (cause !== undefined) return new Observed(type, this.moment, cause);
    return (this.uncaused[type.index] ??= new Observed(type, this.moment, undefined));
  }

  add(type: ComponentType, watch: Watch): void {
    const call = watch.observer[this.moment];
    if (call !== undefined) this.lists[type.index] = [...this.lists[type.index], { watch, call }];
  }

  remove(type: ComponentType, watch: Watch): void {
    this.lists[type.index] = this.lists[type.index].filter((listener) => listener.watch !== watch);
  }

  clear(): void {
    for (const { watch } of this.lists.flat()) watch.active = false;
    for (let i = 0; i < this.lists.length; i++) this.lists[i] = [];
  }
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
export class Observers implements StorageWatcher, Onlooker {
  private readonly changes: Changes;
  private readonly callbacks: Callbacks;
  private readonly gate: Gate;
  private readonly added: Listeners;
  private readonly removed: Listeners;
  private readonly changed: Listeners;
  /** The components whose removal is observed, in dense order. */
  private losable: readonly ComponentType[] = [];
  private observing = 0;

  constructor(changes: Changes, callbacks: Callbacks, gate: Gate) {
    this.changes = changes;
    this.callbacks = callbacks;
    this.gate = gate;
    const universe = changes.storage.registry.types.length;
    this.added = new Listeners("added", universe);
    this.removed = new Listeners("removed", universe);
    this.changed = new Listeners("changed", universe);
  }

  /** It refuses nothing. */
  get onlooker(): Onlooker {
    return this;
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
    for (const listeners of this.all()) listeners.add(type, watch);
    this.noteTold(type);
    this.noteCount(1);
    return () => {
      this.gate.require("stop observing");
      if (!watch.active) return;
      watch.active = false;
      for (const listeners of this.all()) listeners.remove(type, watch);
      this.noteTold(type);
      this.noteCount(-1);
    };
  }

  spawn(components: readonly ComponentType[], _count: number, change: Spawning): readonly Entity[] | undefined {
    const cause = this.callbacks.cause;
    const spawned = change();
    for (const entity of spawned ?? []) {
      for (const type of components) this.tell(this.added, type, entity, undefined, cause);
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
    return this.told(this.added, entity, components, change);
  }

  remove(entity: Entity, components: readonly ComponentType[], change: Removal): readonly ComponentType[] {
    if (components.length === 1) return this.removeOne(entity, components, change);
    const cause = this.callbacks.cause;
    const losses: Loss[] = [];
    this.noteLosses(entity, components, losses);
    const removed = change(components);
    for (const loss of losses) if (removed.includes(loss.type)) this.tellOf(loss, cause);
    return removed;
  }

  set(entity: Entity, component: ComponentType, change: Change): boolean {
    return this.told(this.changed, entity, [component], change);
  }

  before(): Cause | undefined {
    return this.callbacks.cause;
  }

  afterAdd(entity: Entity, component: ComponentType, cause: Cause | undefined): void {
    this.tell(this.added, component, entity, undefined, cause);
  }

  beforeRemove(entity: Entity, component: ComponentType): unknown {
    if (this.removed.lists[component.index].length === 0) return undefined;
    return this.changes.storage.at(entity, component)?.$read();
  }

  afterRemove(entity: Entity, component: ComponentType, value: unknown, cause: Cause | undefined): void {
    this.tell(this.removed, component, entity, value, cause);
  }

  private told(listeners: Listeners, entity: Entity, components: readonly ComponentType[], change: Change): boolean {
    const cause = this.callbacks.cause;
    if (!change()) return false;
    for (const component of components) this.tell(listeners, component, entity, undefined, cause);
    return true;
  }

  /** Ends all observations; for `World.reset`. */
  $reset(): void {
    for (const listeners of this.all()) listeners.clear();
    this.changes.storage.told.fill(0);
    this.losable = [];
    this.observing = 0;
    this.changes.watch("observers", undefined);
  }

  /** `remove` as it is nearly always: without lists of what is lost. */
  private removeOne(entity: Entity, types: readonly ComponentType[], change: Removal): readonly ComponentType[] {
    const cause = this.callbacks.cause;
    const type = types[0];
    const told = this.removed.lists[type.index].length > 0;
    const value = told ? this.changes.storage.at(entity, type)?.$read() : undefined;
    const removed = change(types);
    if (told && removed.length > 0) this.tell(this.removed, type, entity, value, cause);
    return removed;
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
      if (this.removed.lists[type.index].length === 0) continue;
      const row = this.changes.storage.at(entity, type);
      if (row !== undefined) losses.push({ entity, type, value: row.$read() });
    }
  }

  private tellOf({ entity, type, value }: Loss, cause: Cause | undefined): void {
    this.tell(this.removed, type, entity, value, cause);
  }

  private tell(
    listeners: Listeners,
    type: ComponentType,
    entity: Entity,
    value: unknown,
    cause: Cause | undefined,
  ): void {
    const list = listeners.lists[type.index];
    if (list.length === 0) return;
    const outer = this.callbacks.enter(listeners.observed(type, cause));
    for (let i = 0; i < list.length; i++) this.call(list[i], type, entity, value);
    this.callbacks.enter(outer);
  }

  private call({ watch, call }: Listener, type: ComponentType, entity: Entity, value: unknown): void {
    if (!watch.active) return;
    try {
      call.call(watch.observer, entity, value);
    } catch (error) {
      this.callbacks.failed(`an observer of \`${type.name}\``, error);
    }
  }

  private all(): readonly Listeners[] {
    return [this.added, this.removed, this.changed];
  }

  /** Cursors that write ask whether somebody is told. */
  private noteTold(type: ComponentType): void {
    const { storage } = this.changes;
    storage.told[type.index] = Math.min(this.changed.lists[type.index].length, 1);
    storage.memory.moves++;
  }

  private noteCount(more: number): void {
    const { types } = this.changes.storage.registry;
    this.losable = types.filter((type) => this.removed.lists[type.index].length > 0);
    this.observing += more;
    this.changes.watch("observers", this.observing > 0 ? this : undefined);
  }
}

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
