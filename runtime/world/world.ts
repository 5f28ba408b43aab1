import { Bundles } from "../bundles/bundles.js";
import { Batches } from "../commands/batches.js";
import { Callbacks } from "../commands/callbacks.js";
import type { Commands } from "../commands/commands.js";
import { Structure } from "../commands/structure.js";
import type { Entity } from "../entities/entity.js";
import type { EntityIndex } from "../entities/entity-index.js";
import { EventBus } from "../events/event-bus.js";
import type { EventReader, EventType, EventWriter } from "../events/event-queue.js";
import type { PostHandler } from "../events/subscription.js";
import { Gate } from "../gate.js";
import { requireObject } from "../given.js";
import { Memory, type MemoryUsage } from "../memory/memory.js";
import type { ModelPool } from "../models/model-pool.js";
import type { ModelType } from "../models/model-type.js";
import { Models } from "../models/models.js";
import { Observers } from "../observers/observers.js";
import type { Filter } from "../queries/filter.js";
import type { Query } from "../queries/query.js";
import { NamedQueries } from "../queries/named-queries.js";
import { QueryCache } from "../queries/query-cache.js";
import { inTokens } from "../queries/query-filter.js";
import { Tracking } from "../queries/tracking.js";
import { Selection } from "../queries/selection.js";
import { EdgeStores } from "../relations/edge-stores.js";
import type { ResourceType } from "../resources/resource-type.js";
import { Resources } from "../resources/resources.js";
import { HashLog } from "../state/hash-log.js";
import { Storages } from "../state/storages.js";
import { WorldState, type StateHost } from "../state/world-state.js";
import { builtInPhases } from "../schedule/phases.js";
import { Schedule } from "../schedule/schedule.js";
import { Stepper } from "../schedule/stepper.js";
import { SystemRuns } from "../schedule/system-runs.js";
import { Timing } from "../schedule/timing.js";
import { SystemRegistry, type SystemHost } from "../systems/system-registry.js";
import type { ComponentType } from "../tables/component-type.js";
import type { CursorOptions, EntityCursor, ReadonlyValue } from "../tables/entity-cursor.js";
import type { SparseSet } from "../tables/sparse-set.js";
import { Storage } from "../tables/storage.js";
import type { Toggle } from "../tables/toggle.js";
import { validateStorage, type WorldProblem } from "../tables/validate-storage.js";
import { Stillness } from "./checks.js";
import { Cursors } from "./cursors.js";
import { Directory } from "./directory.js";
import { History } from "./history.js";
import { Relations } from "./relations.js";
import { Steps } from "./steps.js";
import { Tokens } from "./tokens.js";
import type { WorldLayout, WorldOptions } from "./world-options.js";
import { memoryUsageOf, statsOf, type WorldMetadata, type WorldStats } from "./world-stats.js";

/** What a registered system does: it gets its world, the query it asked for, and the time of the step. */
export type WorldSystem = (world: World, query: Query, delta: number) => void;

/** The worlds that know each other by name. */
export type WorldDirectory = Directory<World>;

/**
 * Entities with their components and relations, resources, events and models. Worlds share nothing; an entity of one means
 * nothing to another, and may by chance name one there.
 *
 * While a loop runs (`run`, `select(…).each`) structural changes (spawn, despawn, add, remove) are queued, so that no row
 * moves under it. They are applied in order at the next sync point: when the outermost loop is over, after `runOnce`,
 * at `flush`, and in `step` where the schedule has one and after every phase. Outside of loops structural changes happen at once; while
 * somebody watches them (handlers of built-in events, observers, queries for changes), each is a sync point, too.
 */
export class World<Components extends object = Record<never, never>> {
  readonly memory: Memory;
  readonly commands: Commands<Components>;
  /** Queue, handlers and readers of events. */
  readonly events: EventBus;
  /** Who is told when a component is added, removed or changed. */
  readonly observers: Observers;
  readonly relations: Relations;
  readonly batches: Batches;
  /** Queries that are made under a name while the program runs. */
  readonly queries: NamedQueries;
  /** Queries that ask what changed since they ran last. */
  readonly tracking: Tracking<World>;
  /** The tokens of this world by qualified name or id. */
  readonly tokens: Tokens;
  readonly bundles: Bundles;
  readonly resources: Resources;
  /** All that saves hold, as a whole: as bytes or text, and in snapshots. */
  readonly state: WorldState;
  /** The hash of the state behind each step, once it is told to keep them. */
  readonly hashes: HashLog;
  /** Where it is saved. */
  readonly storages: Storages;
  readonly systems: SystemRegistry<World>;
  /** How systems are run; for generated schedules. */
  readonly runs: SystemRuns<World>;
  /** What a step runs: lines and sets are switched on and off here, and time is paused. */
  readonly schedule: Schedule = new Schedule();
  /** Measures how long what runs in a step takes, once it is told to. */
  readonly timing: Timing;
  /** The worlds that this one was made from, and that were made from it. */
  readonly directory: WorldDirectory;
  readonly name: string;
  readonly #gate = new Gate();
  readonly #layout: WorldLayout;
  readonly #storage: Storage;
  readonly #callbacks: Callbacks;
  readonly #structure: Structure<Components>;
  readonly #queryCache: QueryCache;
  readonly #models: Models;
  readonly #steps: Steps<World>;
  readonly #still: Stillness;
  readonly #cursors: Cursors;
  readonly #history: History;

  /**
   * Throws `InvalidLayout` for a layout that was not generated, or a fixed step that is no length of time;
   * `InvalidArgument` for other options out of range.
   */
  constructor(layout: WorldLayout, options: WorldOptions = {}, directory: WorldDirectory = new Directory<World>()) {
    requireObject(options, "options of a world");
    this.#layout = layout;
    this.memory = new Memory(options.memory);
    this.#storage = new Storage(this.memory, layout.components, options.maxEntities);
    this.#callbacks = new Callbacks(options);
    const edges = new EdgeStores(layout.relations ?? [], this.#storage);
    this.#structure = new Structure(this.#storage, edges, this.#callbacks, this.#gate);
    this.commands = this.#structure.commands;
    this.resources = new Resources(layout.resources, this.#gate, options.seed);
    this.#models = new Models(this.memory, layout.models, this.#gate);
    const stepper = new Stepper(options.fixedStep ?? layout.fixedStep, options.maxFixedSteps ?? layout.maxFixedSteps);
    const { changes } = this.#structure;
    this.events = new EventBus(layout.events, changes, this.#callbacks, stepper, this.#gate, options.maxPendingEvents);
    this.observers = new Observers(changes, this.#callbacks, this.#gate);
    this.relations = new Relations(edges, this.#structure);
    this.#queryCache = new QueryCache(this.#storage, edges);
    this.tokens = new Tokens(layout);
    const iterate = (loop: () => void): void => this.#structure.iterate(loop);
    this.tracking = new Tracking<World>(this, this.#storage, changes, this.#queryCache, iterate);
    this.queries = new NamedQueries(this.#storage, this.#gate, this.tokens, this.tracking);
    this.batches = new Batches(this.#storage, this.#structure);
    this.bundles = new Bundles(layout.bundles ?? [], this.#storage.registry, this.#structure);
    this.timing = new Timing(() => this.schedule.lines(), options);
    this.runs = new SystemRuns<World>(this, this.#structure, this.events, this.timing);
    const { phases = builtInPhases } = layout;
    this.systems = new SystemRegistry<World>(this.#hostOfSystems(), this.#gate, phases, options);
    const { events, resources, runs, systems, timing } = this;
    const parts = { structure: this.#structure, callbacks: this.#callbacks, events, resources, runs, systems, timing };
    this.#steps = new Steps<World>(parts, stepper, phases);
    this.#still = new Stillness(this.#gate, this.#steps, this.#structure);
    this.#cursors = new Cursors(this.#storage, this.#gate);
    this.#history = new History(() => this.#storage.changes + this.#steps.count);
    this.state = new WorldState(this.#hostOfState(edges));
    this.hashes = new HashLog(this.state, () => this.#steps.stepper.state.tick);
    this.storages = new Storages(this.state, options.storage);
    this.directory = directory;
    this.name = options.name ?? directory.freeName();
    directory.add(this.name, this);
  }

  /** How many entities are alive, those included whose spawn is still queued. */
  get entityCount(): number {
    return this.#storage.entities.count;
  }

  /** Where entities are; for generated loops. */
  get entities(): EntityIndex {
    return this.#storage.entities;
  }

  /**
   * Makes an entity with these components, by key; what they do not say takes its default. Inside a loop the id is alive at once,
   * and its components come at the sync point. Throws `UnknownComponent`, `EntityLimit` or `ArenaFull`.
   */
  spawn(components?: Components): Entity {
    return this.#structure.spawn(components);
  }

  /**
   * Makes many entities at once, with room for exactly those: all with the same components, or each with what a function
   * gives for its number. Throws as `spawn` does, or what the function throws; then none of them is made.
   */
  spawnMany(count: number, components?: Components | ((index: number) => Components)): Entity[] {
    return this.#structure.spawnMany(count, components);
  }

  /**
   * Ends an entity and all it has, with the sources of its cascading relations; `false` when it was not alive. Inside a loop
   * it lives until the sync point. Throws `RelationRefused`, with nothing changed.
   */
  despawn(entity: Entity): boolean {
    return this.#structure.despawn(entity);
  }

  /** Whether an entity was spawned and not despawned. */
  isAlive(entity: Entity): boolean {
    return this.#storage.entities.isAlive(entity);
  }

  /** Whether an entity has a component. Throws `StaleEntity`. */
  has(entity: Entity, type: ComponentType): boolean {
    if (!this.#storage.knows(entity, type)) this.#require("has", entity, type);
    return this.#storage.has(entity, type);
  }

  /** A plain copy of a component, `undefined` when the entity does not have it. Throws `StaleEntity`. */
  get<Value, Init>(entity: Entity, type: ComponentType<Value, Init>): Value | undefined {
    if (!this.#storage.knows(entity, type)) this.#require("get", entity, type);
    return this.#storage.at(entity, type)?.$read();
  }

  /**
   * A component of one entity at a time, without an object being made: `world.cursor(Position).at(ship).x += 1`. Throws
   * `UnknownComponent`, or `InvalidArgument` for a component without data.
   */
  cursor<Value>(type: ComponentType<Value>): EntityCursor<Value>;
  cursor<Value>(type: ComponentType<Value>, options: CursorOptions): EntityCursor<ReadonlyValue<Value>>;
  cursor(type: ComponentType, options?: CursorOptions): EntityCursor<unknown> {
    return this.#cursors.make(type, options);
  }

  /** Writes the fields that `init` says, and keeps the others. Throws `StaleEntity` or `ComponentMissing`. */
  set<Value, Init>(entity: Entity, type: ComponentType<Value, Init>, init: Init): void {
    this.#structure.set(entity, type, init);
  }

  /**
   * Marks a tracked component as written, after its lists or objects were changed in place. Throws `StaleEntity`,
   * `ComponentMissing` or `UntrackedComponent`.
   */
  touch(entity: Entity, type: ComponentType): void {
    this.#gate.require("touch");
    this.tracking.touch(entity, type);
  }

  /**
   * Adds a component, a tag or a toggle; what `init` does not say takes its default. Throws `StaleEntity`,
   * `ComponentAlreadyPresent` or `ArenaFull`.
   */
  add<Value, Init>(entity: Entity, type: ComponentType<Value, Init>, init?: Init): void {
    this.#structure.add(entity, type, init);
  }

  /**
   * Takes a component, a tag or a toggle away; `false` when the entity does not have it. Throws `StaleEntity`, or
   * `ArenaFull`, since an entity without it lives in another table.
   */
  remove(entity: Entity, type: ComponentType): boolean {
    return this.#structure.remove(entity, type);
  }

  /**
   * The query for a filter: the same one for the same terms, unless one names the target of a relation. Throws
   * `UnknownComponent`, `UnknownRelation`, or `StaleEntity` for a target.
   */
  query(filter: Filter): Query {
    return this.#queryCache.get(filter);
  }

  /**
   * Entities with all these components, to be visited with `each`; `filter` narrows them further. Throws as `query` does.
   */
  select<const Types extends readonly ComponentType[]>(types: Types, filter: Filter = {}): Selection<Types> {
    const query = this.query({ ...filter, all: [...types, ...(filter.all ?? [])] });
    return new Selection(this.#storage, query, types, (loop) => this.#structure.iterate(loop));
  }

  /** The rows of a sparse component; for generated loops. Throws `UnknownComponent`, or `InvalidArgument` for another kind. */
  sparse(type: ComponentType): SparseSet {
    this.#storage.registry.require(type);
    return this.#storage.sparse(type);
  }

  /** The bits of a toggle; for generated loops. Throws `UnknownComponent`, or `InvalidArgument` for another kind. */
  toggle(type: ComponentType): Toggle {
    this.#storage.registry.require(type);
    return this.#storage.toggle(type);
  }

  /** The live value of a resource. Throws `UnknownResource`. */
  resource<Value>(type: ResourceType<Value>): Value {
    return this.resources.get(type);
  }

  /** The pool of a model. Throws `UnknownModel`. */
  pool<Value, Init>(type: ModelType<Value, Init>): ModelPool<Value, Init> {
    return this.#models.pool(type);
  }

  /** Emits an event; what `init` does not say takes its default. Throws `UnknownEvent`. */
  emit<Value, Init>(type: EventType<Value, Init>, init?: Init): void {
    this.events.emit(type, init);
  }

  /**
   * Calls the handler with every event that is dispatched from now on: when a step begins, and at `flush`. Gives back how
   * to stop that. Throws `UnknownEvent`.
   */
  on<Value, Init>(type: EventType<Value, Init>, handler: PostHandler<Value>): () => void {
    const subscription = this.events.subscribePost(type, handler);
    return () => void this.events.unsubscribe(subscription);
  }

  /** A reader of its own position, which starts with the oldest event that can be read. Throws `UnknownEvent`. */
  reader<Value, Init>(type: EventType<Value, Init>): EventReader<Value> {
    return this.events.reader(type);
  }

  /** The writer of an event. Throws `UnknownEvent`. */
  writer<Value, Init>(type: EventType<Value, Init>): EventWriter<Value, Init> {
    return this.events.writer(type);
  }

  /** Makes another world of the same layout; the two know each other by name. Throws `WorldExists`. */
  another(options: WorldOptions = {}): World {
    return new World(this.#layout, options, this.directory);
  }

  /**
   * Copies all entities of another world of the same app into this one, with the relations among them; references follow.
   * Resources and models stay as they are. Gives back the new id of each. Throws `InvalidArgument` for a world of another
   * app, or as `spawn` does; then nothing has changed.
   */
  merge(source: World): ReadonlyMap<Entity, Entity> {
    if (!(source instanceof World)) requireObject(undefined, "another world");
    return this.state.merge(source.state);
  }

  /** A copy of this world: same ids, values, relations, resources, models and time; without systems, handlers and what is queued. */
  copy(options: WorldOptions = {}): World {
    const made = this.another(options);
    try {
      made.state.$copyFrom(this.state);
    } catch (error) {
      made.shutdown();
      throw error;
    }
    return made;
  }

  /** Runs a generated loop over a query. Then comes a sync point, unless another loop is under way. */
  run<Extras extends readonly unknown[]>(
    loop: (world: World, query: Query, ...extras: Extras) => void,
    query: Query,
    ...extras: Extras
  ): void {
    this.#structure.iterate(loop, this, query, ...extras);
  }

  /** Runs a function that is not a loop. Then comes a sync point, unless a loop is under way. */
  runOnce<Parameters extends readonly unknown[], Result>(
    run: (...parameters: Parameters) => Result,
    ...parameters: Parameters
  ): Result {
    const result = run(...parameters);
    this.#structure.sync();
    return result;
  }

  /**
   * Applies queued changes, dispatches events, and applies what handlers queued. Throws `WhileIterating`, or
   * `HandlerFailed` when all is done.
   */
  flush(): void {
    this.#still.requireOpen("flush");
    this.#callbacks.scope(() => this.#steps.settle());
  }

  /**
   * Runs one step of `delta`: what waits, queued changes and then events; all phases in order, those of the fixed update as
   * often as it is due, with queued changes behind each. At last time goes on, and events of the step before are gone.
   * While the schedule is paused, time stands still and the render phases run alone. Throws `WhileIterating`,
   * `InvalidArgument` when `delta` is no length of time, or `HandlerFailed` when all is done.
   */
  step(delta: number): void {
    this.#still.requireOpen("step");
    this.#steps.run(delta, this.schedule);
    this.#history.notice();
    this.hashes.$note();
  }

  /** Runs the registered systems alone for a step of `delta`, without events and without time. Throws as `step` does. */
  stepSystems(delta: number): void {
    this.#still.requireOpen("step");
    this.#steps.runSystems(delta);
  }

  /**
   * Ends all entities, and drops queued changes and events. Resources, models, systems, queries and handlers stay. Throws
   * `WhileIterating`.
   */
  clear(): void {
    this.#still.requireOpen("clear");
    this.commands.$drop();
    this.events.clear();
    this.#structure.changes.clear();
  }

  /** Makes it as newly made: also without systems, handlers and observers, resources at their defaults, time at zero. */
  reset(): void {
    this.#still.requireOpen("reset");
    this.events.$reset();
    this.observers.$reset();
    this.queries.$reset();
    this.tracking.logs.forgetAll();
    this.systems.clear();
    this.schedule.$reset();
    this.timing.$reset();
    this.hashes.$reset();
    this.commands.$drop();
    this.#storage.reset();
    this.#models.reset();
    this.resources.reset();
    this.#steps.reset();
  }

  /** Ends the world: it gives up its name and what it holds, and refuses everything from now on. */
  shutdown(): void {
    this.unlock();
    this.reset();
    this.directory.remove(this.name);
    this.#gate.shutDown();
  }

  /** Whether changes are refused. */
  get isLocked(): boolean {
    return this.#gate.isLocked;
  }

  /** Refuses every change from now on, with `WorldLocked`. */
  lock(): void {
    this.#gate.lock();
    this.memory.moves++; // cursors ask again whether they may write
  }

  /** Allows changes again. */
  unlock(): void {
    this.#gate.unlock();
  }

  /** Looks for corruption; finds nothing in a world that was only used through its verbs, but references to the dead. */
  validate(): WorldProblem[] {
    return [
      ...validateStorage(this.#storage),
      ...this.relations.$problems(),
      ...this.state.$problems(),
      ...this.#queryCache.problems(),
      ...this.systems.problems(),
    ];
  }

  /** Counts, bytes and times. */
  stats(): WorldStats {
    const { memory, events, systems, timing } = this;
    return statsOf({ memory, storage: this.#storage, queryCache: this.#queryCache, events, systems, timing });
  }

  /** Name, times and version. */
  metadata(): WorldMetadata {
    const { created, modified, version } = this.#history;
    return { name: this.name, created, modified, version };
  }

  /** The bytes of the world's buffers. */
  memoryUsage(): MemoryUsage {
    return memoryUsageOf(this.memory, this.#storage);
  }

  #hostOfSystems(): SystemHost<World> {
    return {
      world: this,
      query: (filter) => this.tracking.queryFor(inTokens(filter, this.tokens)),
      execute: (name, run) => this.runs.iterateAlone(name, run),
      timing: this.timing,
    };
  }

  #hostOfState(edges: EdgeStores): StateHost {
    const { stepper, systemStepper } = this.#steps;
    return {
      parts: { storage: this.#storage, edges, resources: this.resources, models: this.#models, stepper, systemStepper },
      structure: this.#structure,
      requireStill: (verb) => {
        this.#still.require(verb);
        if (this.commands.waiting > 0) this.#gate.require(verb);
        this.#structure.sync();
      },
      requireIdle: (verb) => this.#still.requireOpen(verb),
      dropQueues: () => {
        this.commands.$drop();
        this.events.$drop();
        this.tracking.logs.restart();
      },
    };
  }

  #require(verb: string, entity: Entity, type: ComponentType): void {
    this.#storage.registry.require(type);
    if (!this.#storage.entities.isAlive(entity))
      this.#storage.entities.require(entity, `\`${verb}\` of \`${type.name}\``);
  }
}
