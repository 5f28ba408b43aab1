import {
  generationOf,
  indexOf,
  makeEntity,
  NO_ENTITY,
  indexMask,
  lastGeneration,
  type Entity,
} from "../entities/entity.js";
import type { FieldTree, FieldType } from "../tables/field-tree.js";
import { describeValue, type Place } from "./place.js";
import { incompatible } from "./save-errors.js";

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** The whole numbers that a column can hold. */
const ranges: { readonly [kind: string]: readonly [number | bigint, number | bigint] | undefined } = {
  i8: [-128, 127],
  i16: [-32_768, 32_767],
  i32: [-2_147_483_648, 2_147_483_647],
  u8: [0, 255],
  u16: [0, 65_535],
  u32: [0, 4_294_967_295],
  i64: [-(2n ** 63n), 2n ** 63n - 1n],
  u64: [0n, 2n ** 64n - 1n],
};

/** What JSON has no number for. */
const namedNumbers: { readonly [name: string]: number | undefined } = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  "-Infinity": Number.NEGATIVE_INFINITY,
  "-0": -0,
};

/** `3:1`: index and generation; `none` for no entity. */
export function entityToJson(entity: Entity): string {
  return entity === NO_ENTITY ? "none" : `${indexOf(entity)}:${generationOf(entity)}`;
}

/** Reads what `entityToJson` made. */
export function entityFromJson(json: unknown, place: Place): Entity {
  if (json === "none") return NO_ENTITY;
  const [, index, generation] = (typeof json === "string" ? /^(\d{1,7}):(\d{1,4})$/.exec(json) : undefined) ?? [];
  const isId = Number(index) < indexMask && Number(generation) <= lastGeneration;
  if (!isId) throw expected(place, 'an entity, such as `"3:1"` (index and generation), or `"none"`', json);
  return makeEntity(Number(index), Number(generation));
}

/** A value as JSON. Throws what `place` makes of it when it is not of its type. */
function valueToJson(type: FieldType, value: unknown, place: Place): Json {
  if (typeof type === "string") return simpleToJson(type, value, place);
  if ("oneOf" in type) return word(type.oneOf, value, place);
  if ("struct" in type) return fieldsToJson(type.struct, value, place);
  if ("optional" in type) return value === undefined ? null : valueToJson(type.optional, value, place);
  if ("union" in type) {
    const kind = shapeOf(type.union, value, place);
    return { kind, ...fieldsToJson(type.union[kind], value, place) };
  }
  if ("vector" in type) {
    if (typeof value !== "object" || value === null) throw expected(place, `${type.length} numbers`, value);
    return Array.from({ length: type.length }, (_, i) =>
      place.within(i, () => simpleToJson(type.vector, Reflect.get(value, i), place)),
    );
  }
  if ("list" in type) {
    if (!Array.isArray(value)) throw expected(place, "a list", value);
    const kept: readonly unknown[] = type.list === "object" ? [] : value;
    return kept.map((item, i) => place.within(i, () => valueToJson(type.list, item, place)));
  }
  if (!(value instanceof Map)) throw expected(place, "a `Map`", value);
  const kept: [unknown, unknown][] = type.map === "object" ? [] : [...value];
  return kept.map(([key, item]): Json => {
    if (typeof key !== "string") throw expected(place, "a map by text", key);
    return [key, place.within(key, () => valueToJson(type.map, item, place))];
  });
}

/** The fields of a row, a struct or a shape as JSON. */
export function fieldsToJson(fields: FieldTree, value: unknown, place: Place): { readonly [name: string]: Json } {
  if (typeof value !== "object" || value === null) throw expected(place, "an object", value);
  const kept = Object.entries(fields).filter(([, type]) => type !== "object");
  return Object.fromEntries(
    kept.map(([name, type]) => [name, place.within(name, () => valueToJson(type, Reflect.get(value, name), place))]),
  );
}

/**
 * Reads what `valueToJson` made. `exact` for what goes into a column, which cannot hold every number. Throws what `place` makes
 * of it.
 */
function valueFromJson(type: FieldType, json: unknown, place: Place, exact: boolean): unknown {
  if (typeof type === "string") return simpleFromJson(type, json, place, exact);
  if ("oneOf" in type) return word(type.oneOf, json, place);
  if ("struct" in type) return fieldsFromJson(type.struct, json, place, exact);
  if ("optional" in type) return json === null ? undefined : valueFromJson(type.optional, json, place, exact);
  if ("union" in type) {
    const kind = shapeOf(type.union, json, place);
    const { kind: _, ...rest } = isRecord(json) ? json : {};
    return { kind, ...fieldsFromJson(type.union[kind], rest, place, false) };
  }
  const items: readonly unknown[] | undefined = Array.isArray(json) ? json : undefined;
  if ("vector" in type) {
    if (items?.length !== type.length) throw expected(place, `a list of ${type.length} numbers`, json);
    return items.map((item, i) => place.within(i, () => simpleFromJson(type.vector, item, place, exact)));
  }
  if (items === undefined) throw expected(place, "list" in type ? "a list" : "a list of pairs", json);
  if ("list" in type)
    return items.map((item, i) => place.within(i, () => valueFromJson(type.list, item, place, false)));
  const entries = items.map((item, i) => place.within(i, () => entryFromJson(type.map, item, place)));
  const map = new Map(entries);
  if (map.size < entries.length) throw place.error("has a key twice");
  return map;
}

/** Reads what `fieldsToJson` made. What is missing stays so, and takes its default. A name that is no field is an error. */
export function fieldsFromJson(fields: FieldTree, json: unknown, place: Place, exact: boolean): object {
  if (!isRecord(json)) throw expected(place, "an object", json);
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) =>
      place.within(name, () => {
        if (!Object.hasOwn(fields, name)) {
          const known = Object.keys(fields);
          throw incompatible(
            `${place.toString()} is no field; there ${known.length === 0 ? "are none" : `are \`${known.join("`, `")}\``}`,
            "give it its new name in the text, or take it out, and load that",
          );
        }
        return [name, valueFromJson(fields[name], value, place, exact)];
      }),
    ),
  );
}

/** Whether something is an object by names. */
export function isRecord(json: unknown): json is { readonly [name: string]: unknown } {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** The error for a value of another type. */
export function expected(place: Place, what: string, found: unknown): Error {
  return place.error(`is ${describeValue(found)}, and must be ${what}`);
}

function entryFromJson(type: FieldType, json: unknown, place: Place): [string, unknown] {
  const [key, item]: readonly unknown[] = Array.isArray(json) && json.length === 2 ? json : [];
  if (typeof key !== "string") throw expected(place, "a pair of a text and a value", json);
  return [key, place.within(1, () => valueFromJson(type, item, place, false))];
}

function simpleToJson(type: FieldType & string, value: unknown, place: Place): Json {
  switch (type) {
    case "bool":
      if (typeof value !== "boolean") throw expected(place, "true or false", value);
      return value;
    case "string":
      if (typeof value !== "string") throw expected(place, "a text", value);
      return value;
    case "bytes":
      if (!(value instanceof Uint8Array)) throw expected(place, "a `Uint8Array`", value);
      return Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join("");
    case "entity":
      if (!isEntity(value)) throw expected(place, "an entity", value);
      return entityToJson(value);
    case "object":
      return null;
    case "i64":
    case "u64":
      if (typeof value !== "bigint") throw expected(place, "a `bigint`", value);
      return value.toString();
    default:
      if (typeof value !== "number") throw expected(place, "a number", value);
      return Number.isFinite(value) && !Object.is(value, -0) ? value : Object.is(value, -0) ? "-0" : `${value}`;
  }
}

function simpleFromJson(type: FieldType & string, json: unknown, place: Place, exact: boolean): unknown {
  switch (type) {
    case "bool":
      if (typeof json !== "boolean") throw expected(place, "true or false", json);
      return json;
    case "string":
      if (typeof json !== "string") throw expected(place, "a text", json);
      return json;
    case "bytes":
      return bytesFromJson(json, place);
    case "entity":
      return entityFromJson(json, place);
    case "object":
      if (json !== null) throw expected(place, "null, since objects of the host are not saved", json);
      return undefined;
    case "i64":
    case "u64":
      return bigFromJson(type, json, place, exact);
    default:
      return numberFromJson(type, json, place, exact);
  }
}

function numberFromJson(type: string, json: unknown, place: Place, exact: boolean): number {
  const value = typeof json === "string" && Object.hasOwn(namedNumbers, json) ? namedNumbers[json] : json;
  if (typeof value !== "number")
    throw expected(place, 'a number, or `"NaN"`, `"Infinity"`, `"-Infinity"`, `"-0"`', json);
  const [least, most] = ranges[type] ?? [];
  if (!exact || least === undefined || most === undefined) return value;
  if (!Number.isInteger(value) || value < least || value > most || Object.is(value, -0)) {
    throw expected(place, `a whole number from ${least} to ${most}`, value);
  }
  return value;
}

function bigFromJson(type: string, json: unknown, place: Place, exact: boolean): bigint {
  if (typeof json !== "string" || !/^-?\d{1,400}$/.test(json)) throw expected(place, "a whole number as text", json);
  const value = BigInt(json);
  const [least, most] = ranges[type] ?? [];
  if (exact && least !== undefined && most !== undefined && (value < least || value > most)) {
    throw expected(place, `a whole number from ${least} to ${most}`, value);
  }
  return value;
}

function bytesFromJson(json: unknown, place: Place): Uint8Array {
  if (typeof json !== "string" || !/^(?:[0-9a-f]{2})*$/.test(json)) {
    throw expected(place, "bytes as text of two digits each, 0 to f", json);
  }
  return Uint8Array.from({ length: json.length / 2 }, (_, i) => Number.parseInt(json.slice(i * 2, i * 2 + 2), 16));
}

function word(words: readonly string[], value: unknown, place: Place): string {
  const found = words.find((each) => each === value);
  if (found === undefined) throw expected(place, `one of \`${words.join("`, `")}\``, value);
  return found;
}

function shapeOf(shapes: { readonly [kind: string]: FieldTree }, value: unknown, place: Place): string {
  const kind: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "kind") : undefined;
  if (typeof kind === "string" && Object.hasOwn(shapes, kind)) return kind;
  throw expected(place, `a shape whose \`kind\` is one of \`${Object.keys(shapes).join("`, `")}\``, value);
}

function isEntity(value: unknown): value is Entity {
  return typeof value === "number" && value === (value | 0);
}
