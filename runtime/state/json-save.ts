import type { Entity } from "../entities/entity.js";
import type { Slots } from "../entities/slots.js";
import type { ModelPool } from "../models/model-pool.js";
import type { EdgeStore } from "../relations/edge-store.js";
import type { ComponentType } from "../tables/component-type.js";
import type { Storage } from "../tables/storage.js";
import { placeOf } from "./binary-save.js";
import { danglingReferences } from "./dangling.js";
import { entityToJson, fieldsToJson, type Json } from "./json-values.js";
import type { WorldParts } from "./parts.js";
import type { SaveKind } from "./save-kind.js";

/** The version of the format. It changes when old readers cannot make sense of new saves. */
export const jsonVersion = 1;

/**
 * Writes a save as text that can be read. Entities stand in the order of their rows. Throws `InvalidArgument` for a value that
 * is not of its type.
 */
export function writeJson(parts: WorldParts, kind: SaveKind): string {
  const { storage, edges } = parts;
  const document: { [name: string]: Json } = {
    format: "ecsgen",
    version: jsonVersion,
    kind,
    ids: idsToJson(storage.entities.slots),
    tables: storage.graph.order.map(({ components }) => components.map(({ name }) => name)),
    entities: storage.graph.order.flatMap((table) =>
      Array.from({ length: table.count }, (_, row) => entityOf(storage, table.entityAt(row))),
    ),
    sparse: byName(
      storage.registry.types.filter((type) => type.storage === "sparse" && storage.sparse(type).table.count > 0),
      (type) => storage.entitiesBeside(type).map(entityToJson),
    ),
    relations: byName(
      edges.all.filter(({ table }) => table.count > 0).map(({ type }) => type),
      (type) => edgesToJson(edges.of(type)),
    ),
  };
  if (kind === "world") Object.assign(document, worldToJson(parts));
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function worldToJson(parts: WorldParts): { [name: string]: Json } {
  const { resources, models, stepper, systemStepper } = parts;
  const values = new Map(resources.all());
  const dangling = danglingReferences(parts).length;
  return {
    ...(dangling > 0 && { dangling }),
    resources: byName(resources.types, (type) => {
      const value = values.get(type);
      return value === undefined ? null : fieldsToJson(type.fields, value, placeOf(type.name));
    }),
    models: byName(
      models.types.filter((type) => models.pool(type).slots.used > 0),
      (type) => modelsToJson(models.pool(type)),
    ),
    time: { ...stepper.state },
    systemTime: { ...systemStepper.state },
  };
}

function byName<Type extends { readonly name: string }>(
  types: readonly Type[],
  toJson: (type: Type) => Json,
): { readonly [name: string]: Json } {
  return Object.fromEntries(types.map((type) => [type.name, toJson(type)]));
}

function idsToJson(slots: Slots): Json {
  const retired = slots.retired().map(entityToJson);
  return { free: slots.free().map(entityToJson), ...(retired.length > 0 && { retired }) };
}

function entityOf(storage: Storage, entity: Entity): Json {
  const types = storage.registry.types.filter((type) => storage.has(entity, type));
  return { id: entityToJson(entity), components: byName(types, (type) => componentOf(storage, entity, type)) };
}

function componentOf(storage: Storage, entity: Entity, type: ComponentType): Json {
  if (type.storage === "tag" || type.storage === "toggle") return true;
  const place = placeOf(type.name, () => entity);
  return fieldsToJson(type.fields, storage.at(entity, type)?.$read(), place);
}

/** Edges stand in the order of their rows; `order` says how they were added, if otherwise. */
function edgesToJson(store: EdgeStore): Json {
  const { table, type } = store;
  const hasData = type.columns.length + type.objects > 0;
  const edges = Array.from({ length: table.count }, (_, row): Json => {
    const ends = { source: entityToJson(store.source(row)), target: entityToJson(store.target(row)) };
    if (!hasData) return ends;
    return {
      ...ends,
      data: fieldsToJson(
        type.fields,
        store.at(row).$read(),
        placeOf(type.name, () => store.source(row)),
      ),
    };
  });
  const order = [...store.order()];
  return order.every((row, i) => row === i) ? { edges } : { edges, order };
}

function modelsToJson(pool: ModelPool<unknown, unknown>): Json {
  const { type, slots } = pool;
  const ids = pool.ids();
  const records = slots.living().map((slot, i): Json => ({
    id: entityToJson(slot),
    value: fieldsToJson(type.fields, pool.get(ids[i]), placeOf(type.name)),
  }));
  return { ids: idsToJson(slots), records };
}
