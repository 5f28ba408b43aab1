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

export function initializeWorld(world: World, options?: WorldOptions): World {
  return world.another(options);
}

export function getWorld(world: World, name: string): World | undefined {
  return world.directory.find(name);
}

export function shutdownWorld(world: World): void {
  world.shutdown();
}

export function clearWorld(world: World): void {
  world.clear();
}

export function resetWorld(world: World): void {
  world.reset();
}

export function step(world: World, dt: number): void {
  world.step(dt);
}

export function getStats(world: World): WorldStats {
  return world.stats();
}

export function mergeWorlds(world: World, source: World): ReadonlyMap<Entity, Entity> {
  return world.merge(source);
}

export function cloneWorld(world: World, options?: WorldOptions): World {
  return world.copy(options);
}

export function insertResource<Value, Init>(world: World, resource: ResourceType<Value, Init>, init?: Init): Value {
  return world.resources.insert(resource, init);
}

export function getResource<Value, Init>(world: World, resource: ResourceType<Value, Init>): Value | undefined {
  return world.resources.find(resource);
}

export function removeResource(world: World, resource: ResourceType): boolean {
  return world.resources.remove(resource);
}

export function hasResource(world: World, resource: ResourceType): boolean {
  return world.resources.find(resource) !== undefined;
}

export function getAllResources(world: World): ResourcePair[] {
  return world.resources.all();
}

export function lockWorld(world: World): void {
  world.lock();
}

export function unlockWorld(world: World): void {
  world.unlock();
}

export function isWorldLocked(world: World): boolean {
  return world.isLocked;
}

export function validateWorld(world: World): WorldProblem[] {
  return world.validate();
}

export function getWorldMetadata(world: World): WorldMetadata {
  return world.metadata();
}

export function getEntityCount(world: World): number {
  return world.entityCount;
}
