// A world made of maps and arrays, slow and obviously right: what `World` promises, written down as plainly as possible.
import type {
  ComponentType,
  CursorOptions,
  Entity,
  EventType,
  Filter,
  ResourceType,
  SystemErrorPolicy,
  WorldProblem,
} from "ecsgen/runtime";
import { failWith } from "./failures.js";
import { ReferenceBatches } from "./reference-batches.js";
import { ReferenceBundles } from "./reference-bundles.js";
import { ReferenceBus } from "./reference-bus.js";
import type { ReferenceCommands } from "./reference-commands.js";
import { ReferenceGate } from "./reference-gate.js";
import { ReferenceModels } from "./reference-models.js";
import { ReferenceObservers } from "./reference-observers.js";
import { findIn, ReferenceQueries } from "./reference-queries.js";
import { ReferenceRelations } from "./reference-relations.js";
import { ReferenceResources, ReferenceSteps } from "./reference-steps.js";
import { ReferenceState } from "./reference-state.js";
import { ReferenceStore } from "./reference-store.js";
import { ReferenceStructure } from "./reference-structure.js";
import { ReferenceSystems } from "./reference-systems.js";
import { copied } from "./rows.js";
import type { CursorLike, QueryLike, WorldLike } from "./world-like.js";

/** What scripts choose of a world. */
export interface ReferenceOptions {
  readonly maxEntities: number;
  readonly maxPendingEvents: number;
  readonly systemErrors: SystemErrorPolicy;
}

export class ReferenceWorld implements WorldLike {
  readonly gate: ReferenceGate;
  readonly store: ReferenceStore;
  readonly structure: ReferenceStructure;
  readonly commands: ReferenceCommands;
  readonly relations: ReferenceRelations;
  readonly batches: ReferenceBatches;
  readonly bundles: ReferenceBundles;
  readonly screens: ReferenceModels;
  readonly events: ReferenceBus;
  readonly observers: ReferenceObservers;
  readonly queries: ReferenceQueries;
  readonly resources: ReferenceResources;
  readonly systems: ReferenceSystems;
  readonly steps = new ReferenceSteps(this);
  readonly state = new ReferenceState(this);
  readonly #options: ReferenceOptions;

  constructor(options: ReferenceOptions) {
    this.#options = options;
    this.gate = new ReferenceGate(options.maxPendingEvents);
    this.store = new ReferenceStore(options.maxEntities);
    this.events = new ReferenceBus(this.gate, (type, payload) => this.steps.emitted(type, payload));
    this.observers = new ReferenceObservers(this.store, this.gate);
    this.structure = new ReferenceStructure(this.store, this.gate, this.events, this.observers);
    this.commands = this.structure.commands;
    this.relations = new ReferenceRelations(this.store, this.gate, this.structure);
    this.batches = new ReferenceBatches(this.store, this.gate, this.structure);
    this.bundles = new ReferenceBundles(this.structure);
    this.screens = new ReferenceModels(this.gate);
    this.queries = new ReferenceQueries(this.store, this.gate);
    this.resources = new ReferenceResources(() => this.gate.requireOpen());
    this.systems = new ReferenceSystems(this.store, this.gate, this.events, this.structure, options.systemErrors);
  }

  get entityCount(): number {
    return this.store.alive.size;
  }

  get isLocked(): boolean {
    return this.gate.locked;
  }

  spawn(components?: object): Entity {
    return this.structure.spawn(components);
  }

  spawnMany(count: number, components?: object | ((index: number) => object)): Entity[] {
    return this.structure.spawnMany(count, components);
  }

  despawn(entity: Entity): boolean {
    return this.structure.despawn(entity);
  }

  isAlive(entity: Entity): boolean {
    return this.store.alive.has(entity);
  }

  has(entity: Entity, type: ComponentType): boolean {
    return this.store.require(entity)?.has(type) ?? false;
  }

  get(entity: Entity, type: ComponentType): unknown {
    return copied(this.store.require(entity)?.get(type));
  }

  cursor(type: ComponentType, options?: CursorOptions): CursorLike {
    if (type.storage === "tag" || type.storage === "toggle") failWith("InvalidArgument");
    const find = (entity: Entity): unknown => {
      if (options === undefined) this.gate.requireOpen();
      if (options === undefined && this.observers.observes("changed", type)) failWith("ObservedComponent");
      const row = this.store.require(entity)?.get(type);
      return typeof row === "object" && row !== null ? this.#noting(row, entity, type) : undefined;
    };
    return { find, at: (entity) => find(entity) ?? failWith("ComponentMissing") };
  }

  set(entity: Entity, type: ComponentType, init: unknown): void {
    this.structure.set(entity, type, init);
  }

  add(entity: Entity, type: ComponentType, init?: unknown): void {
    this.structure.add(entity, type, init);
  }

  remove(entity: Entity, type: ComponentType): boolean {
    return this.structure.remove(entity, type);
  }

  touch(entity: Entity, type: ComponentType): void {
    this.structure.touch(entity, type);
  }

  query(filter: Filter): QueryLike {
    return findIn(this.store, filter);
  }

  select(types: readonly ComponentType[], filter: Filter = {}): { each(visit: (...row: unknown[]) => void): void } {
    const query = this.query({ ...filter, all: [...types, ...(filter.all ?? [])] });
    const each = (visit: (...row: unknown[]) => void): void =>
      this.structure.loop(() => {
        for (const entity of query.entities()) visit(...types.map((type) => this.live(entity, type)), entity);
      });
    return { each };
  }

  resource(type: ResourceType): unknown {
    return this.resources.find(type) ?? failWith("ResourceMissing");
  }

  pool(): ReferenceModels {
    return this.screens;
  }

  emit(type: EventType, init?: object): void {
    this.events.emit(type, init);
  }

  flush(): void {
    this.gate.requireIdle();
    this.gate.scope(() => this.#settle());
  }

  step(delta: number): void {
    this.gate.requireIdle();
    requireLength(delta);
    this.gate.stepping = true;
    try {
      this.gate.scope(() => {
        this.#settle();
        this.steps.step(delta);
      });
    } finally {
      this.gate.stepping = false;
    }
  }

  stepSystems(delta: number): void {
    this.gate.requireIdle();
    requireLength(delta);
    this.steps.stepSystems(delta);
  }

  clear(): void {
    this.gate.requireIdle();
    this.commands.drop();
    this.events.clear();
    this.structure.changes.clear();
  }

  reset(): void {
    this.gate.requireIdle();
    this.events.reset();
    this.observers.reset();
    this.queries.reset();
    this.systems.clear();
    this.commands.drop();
    this.store.reset();
    this.screens.reset();
    this.resources.reset();
    this.steps.reset();
  }

  lock(): void {
    this.gate.locked = true;
  }

  unlock(): void {
    this.gate.locked = false;
  }

  /** A row whose writes are noted by queries for changes. */
  #noting(row: object, entity: Entity, type: ComponentType): object {
    const set = (target: object, name: string | symbol, value: unknown): boolean => {
      this.store.touch(entity, type);
      return Reflect.set(target, name, value);
    };
    return new Proxy(row, { set });
  }

  /** Applies what waits; throws in the middle of something. */
  requireStill(): void {
    if (this.gate.stepping || this.gate.depth > 0) failWith("WhileIterating");
    if (this.commands.waiting > 0) this.gate.requireOpen();
    this.structure.sync();
  }

  /** Without systems, handlers, snapshots and what is queued. */
  copy(): ReferenceWorld {
    const made = new ReferenceWorld({ ...this.#options, maxEntities: 4_194_303 });
    made.state.copyFrom(this.state);
    return made;
  }

  shutdown(): void {}

  merge(source: ReferenceWorld): ReadonlyMap<Entity, Entity> {
    this.gate.requireIdle();
    source.requireStill();
    this.structure.sync();
    return this.state.take(source.state.partOf(new Set(source.store.alive.keys())));
  }

  validate(): WorldProblem[] {
    return [];
  }

  /** The live row of a component; the one place where it gets its type: rows are what `filled` makes for this token. */
  live<Value, Init>(entity: Entity, type: ComponentType<Value, Init>): Value | undefined {
    return this.store.row(entity, type) as Value | undefined;
  }

  #settle(): void {
    this.structure.sync();
    this.events.process();
    this.structure.sync();
  }
}

function requireLength(delta: number): void {
  if (!(delta >= 0 && Number.isFinite(delta))) failWith("InvalidArgument");
}
