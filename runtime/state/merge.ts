import { NO_ENTITY, type Entity } from "../entities/entity.js";
import { EcsError } from "../errors.js";
import type { Structure } from "../commands/structure.js";
import type { Storage } from "../tables/storage.js";
import type { WorldParts } from "./parts.js";
import { refersToEntities, remapRow, type Remap } from "./remap.js";

/**
 * Copies all entities of a source into a target of the same layout, with ids of their own, and the relations among them;
 * references follow, references to the dead become none. Resources and models stay those of the target. Gives back the new
 * id of each, in the order of rows. Throws `InvalidArgument` for another layout, and as `spawn` does, with nothing changed.
 */
export function mergeParts(target: WorldParts, structure: Structure<object>, source: WorldParts): Map<Entity, Entity> {
  requireSameLayout(target.storage, source.storage);
  const entities = source.storage.entities.living();
  const { entities: index } = target.storage;
  index.requireRoom(entities.length);
  return structure.together(() => {
    const ids = new Map(entities.map((entity) => [entity, index.reserve()]));
    const remap: Remap = (entity) => ids.get(entity) ?? NO_ENTITY;
    try {
      for (const entity of entities) {
        structure.changes.spawnReserved(remap(entity), rowsOf(entity, source.storage, remap));
      }
      mergeEdges(target, source, remap);
    } catch (error) {
      structure.changes.undo([...ids.values()]);
      throw error;
    }
    return ids;
  });
}

function rowsOf(entity: Entity, source: Storage, remap: Remap): object {
  const types = source.registry.types.filter((type) => source.has(entity, type));
  return Object.fromEntries(
    types.map((type) => {
      const row = source.at(entity, type)?.$read() ?? {};
      return [type.key, refersToEntities(type.fields) ? remapRow(type.fields, row, remap) : row];
    }),
  );
}

/** In order of adding. An entity whose spawn was refused has no edges. */
function mergeEdges(target: WorldParts, source: WorldParts, remap: Remap): void {
  const { entities } = target.storage;
  for (const from of source.edges.all) {
    const to = target.edges.of(from.type);
    for (const row of from.order()) {
      const [start, end] = [remap(from.source(row)), remap(from.target(row))];
      if (!entities.isAlive(start) || !entities.isAlive(end)) continue;
      to.put(start, end, remapRow(from.type.fields, from.at(row).$read(), remap));
    }
  }
}

function requireSameLayout(target: Storage, source: Storage): void {
  const [mine, theirs] = [target.registry.types, source.registry.types];
  if (mine.length === theirs.length && mine.every((type, index) => type === theirs[index])) return;
  const message = "the two worlds have different components";
  throw new EcsError("InvalidArgument", message, "merge and clone worlds of one app only");
}
