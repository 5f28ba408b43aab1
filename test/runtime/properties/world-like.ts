import type {
  BundleType,
  ComponentType,
  CursorOptions,
  Entity,
  EventPriority,
  EventType,
  Filter,
  ModelId,
  ModelType,
  QueryFilter,
  RelationType,
  ResourceType,
  SaveFormat,
  SystemDependencies,
  SystemInfo,
  SystemOptions,
  SystemPhase,
  WorldProblem,
} from "ecsgen/runtime";

/** What a query of both worlds can do. */
export interface QueryLike {
  entities(): Entity[];
  count(): number;
  isEmpty(): boolean;
  first(): Entity | undefined;
  has(entity: Entity): boolean;
}

/** A component of one entity at a time. */
export interface CursorLike {
  at(entity: Entity): unknown;
  find(entity: Entity): unknown;
}

/** Commands of both worlds. */
export interface CommandsLike {
  readonly waiting: number;
  spawn(components?: object): Entity;
  despawn(entity: Entity): void;
  add(entity: Entity, type: ComponentType, init?: unknown): void;
  set(entity: Entity, type: ComponentType, init: unknown): void;
  remove(entity: Entity, type: ComponentType): void;
  relate(source: Entity, type: RelationType, target: Entity, init?: unknown): void;
  unrelate(source: Entity, type: RelationType, target?: Entity): void;
}

/** Relations of both worlds. */
export interface RelationsLike {
  add(source: Entity, type: RelationType, target: Entity, init?: unknown): void;
  remove(source: Entity, type: RelationType, target?: Entity): number;
  has(source: Entity, type: RelationType, target?: Entity): boolean;
  get(source: Entity, type: RelationType, target: Entity): unknown;
  set(source: Entity, type: RelationType, target: Entity, init: unknown): void;
  targets(source: Entity, type: RelationType): Entity[];
  sources(target: Entity, type: RelationType): Entity[];
  count(type: RelationType): number;
  roots(type: RelationType): Entity[];
  hierarchy(type: RelationType): readonly Entity[];
  ancestors(source: Entity, type: RelationType): Entity[];
  descendants(target: Entity, type: RelationType): Entity[];
}

/** A component and what is given for it. */
export type Pair = readonly [type: ComponentType, init?: unknown];

/** Changes of many things at once. */
export interface BatchesLike {
  spawnOne(list?: readonly Pair[]): Entity;
  spawn(lists: readonly (readonly Pair[])[]): Entity[];
  spawnAt(index: number, list?: readonly Pair[]): Entity;
  clone(entity: Entity): Entity;
  componentsOf(entity: Entity): ComponentType[];
  add(entity: Entity, list: readonly Pair[]): void;
  despawn(entities: readonly Entity[]): number;
  remove(entity: Entity, types: readonly ComponentType[]): number;
  get(entity: Entity, types: readonly ComponentType[]): unknown[];
  replace(entity: Entity, type: ComponentType, init?: unknown): void;
}

/** Bundles and prefabs. */
export interface BundlesLike {
  spawn(type: BundleType, given?: object): Entity;
  spawnMany(type: BundleType, count: number, given?: object | ((index: number) => object)): Entity[];
}

/** The models of one type. */
export interface ModelsLike {
  readonly count: number;
  create(init?: object): ModelId;
  get(id: ModelId): unknown;
  isAlive(id: ModelId): boolean;
  release(id: ModelId): boolean;
  ids(): ModelId[];
}

/** An event that was emitted. */
export interface EmittedLike {
  readonly type: EventType;
  readonly payload: unknown;
  readonly priority: EventPriority;
  readonly timestamp: number;
  readonly source: unknown;
}

/** That somebody handles an event. */
export interface SubscriptionLike {
  readonly id: number;
  readonly kind: "pre" | "post";
  readonly priority: EventPriority;
  readonly listener: string | undefined;
  readonly active: boolean;
}

/** A handler of either kind; the answer of a post handler is ignored. */
export type Handler = (payload: unknown, event: EmittedLike) => "cancel" | undefined;

/** Events of both worlds; a subscription goes back to the world that gave it. */
export interface EventsLike {
  readonly size: number;
  emit(type: EventType, init?: object, priority?: EventPriority, source?: unknown): void;
  emitBatch(events: readonly (readonly [EventType, object?])[]): void;
  subscribePre(type: EventType, handler: Handler): SubscriptionLike;
  subscribePost(type: EventType, handler: Handler, priority?: EventPriority): SubscriptionLike;
  subscribeListener(type: EventType, listener: string, handler: Handler): SubscriptionLike;
  unsubscribe(subscription: object): boolean;
  unsubscribeListener(type: EventType, listener: string): boolean;
  unsubscribeAll(type: EventType): number;
  hasSubscribers(type: EventType): boolean;
  subscriptions(type: EventType): SubscriptionLike[];
  publishPre(type: EventType, init?: object): boolean;
  publishPost(type: EventType, init?: object): void;
  process(): number;
  processHighPriority(): number;
  clear(): number;
  pending(): readonly EmittedLike[];
}

/** Who is told of the components of entities. */
export interface ObserverLike {
  added?(entity: Entity): void;
  removed?(entity: Entity, value: unknown): void;
  changed?(entity: Entity): void;
}

/** Observers of both worlds. */
export interface ObserversLike {
  readonly count: number;
  observe(type: ComponentType, observer: ObserverLike): () => void;
}

/** Queries by name. */
export interface QueriesLike {
  readonly count: number;
  create(name: string, filter?: QueryFilter): object;
  update(name: string, filter: QueryFilter): object;
  clone(name: string, as: string): object;
  delete(name: string): boolean;
  has(name: string): boolean;
  run(name: string): Entity[];
  runInBatches(name: string, size: number): Entity[][];
  runWithValues(name: string, types?: readonly ComponentType[]): unknown[];
}

/** Resources of both worlds. */
export interface ResourcesLike {
  find(type: ResourceType): unknown;
  insert(type: ResourceType, init?: object): unknown;
  remove(type: ResourceType): boolean;
}

/** Systems of both worlds; scripts make their functions without looking at what they are given. */
export interface SystemsLike {
  readonly count: number;
  register(name: string, run: (world: unknown, query: QueryLike) => void, options?: SystemOptions): void;
  unregister(name: string, force?: boolean): boolean;
  setEnabled(name: string, enabled: boolean): boolean;
  setDependencies(name: string, dependencies: Partial<SystemDependencies>): void;
  all(): SystemInfo[];
  dependentsOf(name: string): string[];
  stats(name: string): { readonly runs: number; readonly failures: number } | undefined;
  clearStats(name?: string): void;
  run(name: string, delta: number): void;
  runPhase(phase: SystemPhase, delta: number): number;
}

/** The state of both worlds as a whole. What a save is, is the world's own business. */
export interface StateLike {
  /** Told apart by its value alone: two worlds have the same one when they are in the same state. */
  hash(): unknown;
  save(format: SaveFormat): object;
  load(save: object): void;
  saveEntities(entities: readonly Entity[], format: SaveFormat): object;
  loadEntities(save: object): ReadonlyMap<Entity, Entity>;
  createSnapshot(name: string): void;
  restoreSnapshot(name: string): void;
  listSnapshots(): string[];
}

/** What scripts do with a world: the real one and the reference have it alike. */
export interface WorldLike {
  readonly entityCount: number;
  readonly isLocked: boolean;
  readonly commands: CommandsLike;
  readonly relations: RelationsLike;
  readonly batches: BatchesLike;
  readonly bundles: BundlesLike;
  readonly events: EventsLike;
  readonly observers: ObserversLike;
  readonly queries: QueriesLike;
  readonly resources: ResourcesLike;
  readonly systems: SystemsLike;
  readonly state: StateLike;
  pool(type: ModelType): ModelsLike;
  copy(): WorldLike;
  shutdown(): void;
  merge(source: WorldLike): ReadonlyMap<Entity, Entity>;
  spawn(components?: object): Entity;
  spawnMany(count: number, components?: object | ((index: number) => object)): Entity[];
  despawn(entity: Entity): boolean;
  isAlive(entity: Entity): boolean;
  has(entity: Entity, type: ComponentType): boolean;
  get(entity: Entity, type: ComponentType): unknown;
  cursor(type: ComponentType, options?: CursorOptions): CursorLike;
  set(entity: Entity, type: ComponentType, init: unknown): void;
  add(entity: Entity, type: ComponentType, init?: unknown): void;
  remove(entity: Entity, type: ComponentType): boolean;
  touch(entity: Entity, type: ComponentType): void;
  query(filter: Filter): QueryLike;
  select(types: readonly ComponentType[], filter?: Filter): { each(visit: (...row: unknown[]) => void): void };
  resource(type: ResourceType): unknown;
  emit(type: EventType, init?: object): void;
  flush(): void;
  clear(): void;
  reset(): void;
  step(delta: number): void;
  stepSystems(delta: number): void;
  lock(): void;
  unlock(): void;
  validate(): WorldProblem[];
}
