import type {
  Entity,
  ResourcePair,
  ResourceType,
  World,
  WorldMetadata,
  WorldOptions,
  WorldProblem,
  WorldStats,
} from "ecsgen/schema";

/** Worlds as a whole. Worlds that are made from one another know each other by name. */
export interface WorldView {
  /** Makes another world of the same app, known by its name. Throws `WorldExists`. */
  initializeWorld(world: World, options?: WorldOptions): World;
  /** The world of this name, among those that know each other. */
  getWorld(world: World, name: string): World | undefined;
  /** Ends a world: nothing can be done with it any more, and its name is free. */
  shutdownWorld(world: World): void;
  /** Ends all entities and drops what is queued; systems, queries, handlers and resources stay. */
  clearWorld(world: World): void;
  /** Makes a world as newly initialised: no entities, systems, queries or handlers, resources at their defaults, time at zero. */
  resetWorld(world: World): void;
  /** One step: events, then systems in order, then queued commands, then time. */
  step(world: World, dt: number): void;
  /** Counts, bytes, and how long what runs in a step took. */
  getStats(world: World): WorldStats;
  /** Copies all entities of a source into this world, with ids of their own; references follow. Gives back the new id of each. */
  mergeWorlds(world: World, source: World): ReadonlyMap<Entity, Entity>;
  /** Makes a copy of a world, with the same ids, values and resources. */
  cloneWorld(world: World, options?: WorldOptions): World;
  /** Puts a resource in, or writes it anew: what `init` does not say takes its default. Throws `UnknownResource`. */
  insertResource<Value, Init>(world: World, resource: ResourceType<Value, Init>, init?: Init): Value;
  /** The live value of a resource; undefined when it was removed. */
  getResource<Value, Init>(world: World, resource: ResourceType<Value, Init>): Value | undefined;
  /** Takes a resource out; `false` when it was not there. */
  removeResource(world: World, resource: ResourceType): boolean;
  /** Whether a resource is there. */
  hasResource(world: World, resource: ResourceType): boolean;
  /** Every resource that is there, with its live value, in dense order. */
  getAllResources(world: World): ResourcePair[];
  /** Refuses every change from now on with `WorldLocked`. */
  lockWorld(world: World): void;
  /** Allows changes again. */
  unlockWorld(world: World): void;
  /** Whether a world refuses changes. */
  isWorldLocked(world: World): boolean;
  /** Looks for corruption: dangling references, wrong counts, tables and index that disagree, unknown dependencies. */
  validateWorld(world: World): WorldProblem[];
  /** Name, times and version. */
  getWorldMetadata(world: World): WorldMetadata;
  /** How many entities live. */
  getEntityCount(world: World): number;
}
