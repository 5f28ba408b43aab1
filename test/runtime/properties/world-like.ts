import type { ComponentType, Entity, EventType, Filter, ResourceType } from "ecsgen/runtime";

/** What a query of both worlds can do. */
export interface QueryLike {
  entities(): Entity[];
  count(): number;
  isEmpty(): boolean;
  first(): Entity | undefined;
  has(entity: Entity): boolean;
}

/** Commands of both worlds. */
export interface CommandsLike {
  readonly waiting: number;
  spawn(components?: object): Entity;
  despawn(entity: Entity): void;
  add(entity: Entity, type: ComponentType, init?: unknown): void;
  set(entity: Entity, type: ComponentType, init: unknown): void;
  remove(entity: Entity, type: ComponentType): void;
}

/** What scripts do with a world: the real one and the reference have it alike. */
export interface WorldLike {
  readonly entityCount: number;
  readonly commands: CommandsLike;
  spawn(components?: object): Entity;
  spawnMany(count: number, components?: object | ((index: number) => object)): Entity[];
  despawn(entity: Entity): boolean;
  isAlive(entity: Entity): boolean;
  has(entity: Entity, type: ComponentType): boolean;
  get(entity: Entity, type: ComponentType): unknown;
  set(entity: Entity, type: ComponentType, init: unknown): void;
  add(entity: Entity, type: ComponentType, init?: unknown): void;
  remove(entity: Entity, type: ComponentType): boolean;
  query(filter: Filter<ComponentType>): QueryLike;
  select(
    types: readonly ComponentType[],
    filter?: Filter<ComponentType>,
  ): { each(visit: (...row: unknown[]) => void): void };
  resource(type: ResourceType): unknown;
  emit(type: EventType, init?: object): void;
  flush(): void;
  clear(): void;
  step(delta: number): void;
}
