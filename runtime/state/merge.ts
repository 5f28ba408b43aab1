import { NO_ENTITY, type Entity } from "../entities/entity.js";
import { EcsError } from "../errors.js";
import type { Structure } from "../commands/structure.js";
import type { Storage } from "../tables/storage.js";
import { refersToEntities, remapRow } from "./remap.js";

/**
 * Copies all entities of a source into a target of the same layout, with ids of their own; references among them follow,
 * references to the dead become none. Gives back the new id of each. Throws `InvalidArgument` for another layout, and as
 * `spawn` does, with nothing changed.
 */
export function mergeStorage(target: Storage, structure: Structure<object>, source: Storage): Map<Entity, Entity> {
  requireSameLayout(target, source);
  const entities = source.entities.living();
  target.entities.requireRoom(entities.length);
  const ids = new Map(entities.map((entity) => [entity, target.entities.reserve()]));
  const remap = (entity: Entity): Entity => ids.get(entity) ?? NO_ENTITY;
  try {
    for (const entity of entities) structure.changes.spawnReserved(remap(entity), rowsOf(entity, source, remap));
  } catch (error) {
    for (const entity of ids.values()) target.despawn(entity);
    throw error;
  }
  return ids;
}

function rowsOf(entity: Entity, source: Storage, remap: (entity: Entity) => Entity): object {
  const types = source.registry.types.filter((type) => source.has(entity, type));
  return Object.fromEntries(
    types.map((type) => {
      const row = source.at(entity, type)?.$read() ?? {};
      return [type.key, refersToEntities(type.fields) ? remapRow(type.fields, row, remap) : row];
    }),
  );
}

function requireSameLayout(target: Storage, source: Storage): void {
  const [mine, theirs] = [target.registry.types, source.registry.types];
  if (mine.length === theirs.length && mine.every((type, index) => type === theirs[index])) return;
  const message = "the two worlds have different components";
  throw new EcsError("InvalidArgument", message, "merge and clone worlds of one app only");
}
