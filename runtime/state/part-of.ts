import type { Entity } from "../entities/entity.js";
import { emptyParts, type WorldParts } from "./parts.js";

/**
 * Some entities with their ids and components, and the relations among them, in the order of the list. Throws `StaleEntity`.
 */
export function partOf(parts: WorldParts, entities: readonly Entity[]): WorldParts {
  const { storage, edges } = parts;
  const made = emptyParts(parts);
  const chosen = new Set(entities);
  for (const entity of chosen) storage.entities.require(entity, "`saveEntities`");
  made.storage.entities.slots.copyFrom(storage.entities.slots);
  made.storage.entities.prepare(0);
  for (const entity of storage.entities.living()) if (!chosen.has(entity)) made.storage.entities.release(entity);
  for (const entity of chosen) {
    const types = storage.registry.types.filter((type) => storage.has(entity, type));
    const rows = types.map((type) => [type.key, storage.at(entity, type)?.$read() ?? {}]);
    made.storage.spawnReserved(entity, Object.fromEntries(rows));
  }
  for (const store of edges.all) {
    for (const row of store.order()) {
      const [source, target] = [store.source(row), store.target(row)];
      if (chosen.has(source) && chosen.has(target)) {
        made.edges.of(store.type).put(source, target, store.at(row).$read());
      }
    }
  }
  return made;
}
