import type { ComponentType, Entity, QueryFilter, QueryInfo, QueryRow, World } from "ecsgen/schema";

export function createQuery(world: World, name: string, filter?: QueryFilter): QueryInfo {
  return world.queries.create(name, filter);
}

export function executeQuery(world: World, name: string): Entity[] {
  return world.queries.run(name);
}

export function executeQueryBatch(world: World, name: string, size: number): Entity[][] {
  return world.queries.runInBatches(name, size);
}

export function queryCount(world: World, name: string): number {
  return world.queries.get(name).count();
}

export function deleteQuery(world: World, name: string): boolean {
  return world.queries.delete(name);
}

export function updateQuery(world: World, name: string, filter: QueryFilter): QueryInfo {
  return world.queries.update(name, filter);
}

export function getQuery(world: World, name: string): QueryInfo | undefined {
  return world.queries.info(name);
}

export function getAllQueries(world: World): QueryInfo[] {
  return world.queries.all();
}

export function queryHasResults(world: World, name: string): boolean {
  return !world.queries.get(name).isEmpty();
}

export function queryFirst(world: World, name: string): Entity | undefined {
  return world.queries.get(name).first();
}

export function executeQueryWithComponents<const Types extends readonly ComponentType[]>(
  world: World,
  name: string,
  components?: Types,
): QueryRow<Types>[] {
  return world.queries.runWithValues(name, components);
}

export function queryEntities(world: World, filter: QueryFilter): Entity[] {
  return world.queries.find(filter);
}

export function queryExists(world: World, name: string): boolean {
  return world.queries.has(name);
}

export function cloneQuery(world: World, name: string, newName: string): QueryInfo {
  return world.queries.clone(name, newName);
}
