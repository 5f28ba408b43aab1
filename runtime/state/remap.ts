import type { Entity } from "../entities/entity.js";
import type { FieldTree, FieldType } from "../tables/field-tree.js";

/** Gives the entity that a reference is to name from now on. */
export type Remap = (entity: Entity) => Entity;

/** A copy of a row in which every reference to an entity, at any depth, names what `remap` says. */
export function remapRow(fields: FieldTree, row: unknown, remap: Remap): unknown {
  if (!isRecord(row)) return row;
  const copy: Record<string, unknown> = { ...row };
  for (const [name, type] of Object.entries(fields)) copy[name] = remapValue(type, row[name], remap);
  return copy;
}

function remapValue(type: FieldType, value: unknown, remap: Remap): unknown {
  if (value === undefined) return undefined;
  if (typeof type === "string") return type === "entity" && isEntity(value) ? remap(value) : value;
  if ("optional" in type) return remapValue(type.optional, value, remap);
  if ("struct" in type) return remapRow(type.struct, value, remap);
  if ("list" in type) return Array.isArray(value) ? value.map((item) => remapValue(type.list, item, remap)) : value;
  if ("map" in type && value instanceof Map) {
    return new Map([...value].map(([key, item]) => [key, remapValue(type.map, item, remap)]));
  }
  if ("union" in type && isRecord(value)) return remapRow(type.union[String(value["kind"])] ?? {}, value, remap);
  return value;
}

/** Whether rows of these fields can refer to entities. */
export function refersToEntities(fields: FieldTree): boolean {
  return Object.values(fields).some(typeRefers);
}

function typeRefers(type: FieldType): boolean {
  if (typeof type === "string") return type === "entity";
  if ("optional" in type) return typeRefers(type.optional);
  if ("struct" in type) return refersToEntities(type.struct);
  if ("list" in type) return typeRefers(type.list);
  if ("map" in type) return typeRefers(type.map);
  return "union" in type && Object.values(type.union).some(refersToEntities);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** The field tree says that it is one; values are numbers. */
function isEntity(value: unknown): value is Entity {
  return typeof value === "number";
}
