import { generationOf } from "ecsgen/runtime";
import type { ComponentList, ComponentLists, ComponentType, Entity, World } from "ecsgen/schema";

export function spawnEntity<const Types extends readonly ComponentType[]>(
  world: World,
  components?: ComponentList<Types>,
): Entity {
  return world.batches.spawnOne(components);
}

export function spawnBatch<const Lists extends readonly (readonly ComponentType[])[]>(
  world: World,
  lists: ComponentLists<Lists>,
): Entity[] {
  return world.batches.spawn(lists);
}

export function despawnEntity(world: World, entity: Entity): boolean {
  return world.despawn(entity);
}

export function despawnBatch(world: World, entities: readonly Entity[]): number {
  return world.batches.despawn(entities);
}

export function cloneEntity(world: World, entity: Entity): Entity {
  return world.batches.clone(entity);
}

export function exists(world: World, entityId: number): boolean {
  return world.entities.at(entityId) !== undefined;
}

export function isAlive(world: World, entity: Entity): boolean {
  return world.isAlive(entity);
}

export function getAllEntities(world: World): Entity[] {
  return world.entities.living();
}

export function getEntityCount(world: World): number {
  return world.entityCount;
}

export function getEntity(world: World, entityId: number): Entity | undefined {
  return world.entities.at(entityId);
}

export function getGeneration(world: World, entityId: number): number | undefined {
  const entity = world.entities.at(entityId);
  return entity === undefined ? undefined : generationOf(entity);
}

export function spawnEntityWithId<const Types extends readonly ComponentType[]>(
  world: World,
  entityId: number,
  components?: ComponentList<Types>,
): Entity {
  return world.batches.spawnAt(entityId, components);
}
