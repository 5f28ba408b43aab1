import type { FieldTree, FieldType } from "../tables/field-tree.js";
import type { ByteReader, ValueWriter } from "./bytes.js";
import { describeValue, type Place } from "./place.js";

/** How a whole number of 64 bits is written; what is larger is text. */
const [signed, text] = [0, 1] as const;

/** Writes a value of a type. Throws what `place` makes of it when it is of another. */
export function writeValue(writer: ValueWriter, type: FieldType, value: unknown, place: Place): void {
  if (typeof type === "string") writeSimple(writer, type, value, place);
  else if ("oneOf" in type) writeWord(writer, type.oneOf, value, place);
  else if ("struct" in type) writeFields(writer, type.struct, value, place);
  else if ("vector" in type) writeParts(writer, type, value, place);
  else if ("list" in type) writeList(writer, type.list, value, place);
  else if ("map" in type) writeMap(writer, type.map, value, place);
  else if ("union" in type) writeShape(writer, type.union, value, place);
  else {
    writer.u8(value === undefined ? 0 : 1);
    if (value !== undefined) writeValue(writer, type.optional, value, place);
  }
}

/** Writes the fields of a row, a struct or a shape. */
export function writeFields(writer: ValueWriter, fields: FieldTree, value: unknown, place: Place): void {
  if (typeof value !== "object" || value === null) throw expected(place, "an object", value);
  for (const [name, type] of Object.entries(fields)) {
    place.within(name, () => writeValue(writer, type, Reflect.get(value, name), place));
  }
}

/** Reads what `writeValue` wrote. */
export function readValue(reader: ByteReader, type: FieldType): unknown {
  if (typeof type === "string") return readSimple(reader, type);
  if ("oneOf" in type) return readWord(reader, type.oneOf);
  if ("struct" in type) return readFields(reader, type.struct);
  if ("vector" in type) return Array.from({ length: type.length }, () => readSimple(reader, type.vector));
  if ("list" in type) return Array.from({ length: reader.count(1) }, () => readItem(reader, type.list));
  if ("map" in type) {
    const length = reader.count(2);
    return new Map(Array.from({ length }, () => [reader.text(), readValue(reader, type.map)]));
  }
  if ("union" in type) {
    const kind = readWord(reader, Object.keys(type.union));
    return { kind, ...readFields(reader, type.union[kind]) };
  }
  return readTruth(reader) ? readValue(reader, type.optional) : undefined;
}

/** Reads what `writeFields` wrote. */
export function readFields(reader: ByteReader, fields: FieldTree): object {
  return Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, readValue(reader, type)]));
}

function writeSimple(writer: ValueWriter, type: FieldType & string, value: unknown, place: Place): void {
  switch (type) {
    case "bool":
      if (typeof value !== "boolean") throw expected(place, "true or false", value);
      writer.u8(value ? 1 : 0);
      return;
    case "string":
      if (typeof value !== "string") throw expected(place, "a text", value);
      writer.text(value);
      return;
    case "bytes":
      if (!(value instanceof Uint8Array)) throw expected(place, "a `Uint8Array`", value);
      writer.bytes(value);
      return;
    case "entity":
      if (typeof value !== "number" || value !== (value | 0)) throw expected(place, "an entity", value);
      writer.i32(value);
      return;
    case "object":
      return;
    case "i64":
    case "u64":
      if (typeof value !== "bigint") throw expected(place, "a `bigint`", value);
      writeBig(writer, value);
      return;
    default:
      if (typeof value !== "number") throw expected(place, "a number", value);
      writer.number(value);
  }
}

function readSimple(reader: ByteReader, type: FieldType & string): unknown {
  switch (type) {
    case "bool":
      return readTruth(reader);
    case "string":
      return reader.text();
    case "bytes":
      return reader.bytes();
    case "entity":
      return reader.i32();
    case "object":
      return undefined;
    case "i64":
    case "u64":
      return readBig(reader);
    default:
      return reader.number();
  }
}

function writeBig(writer: ValueWriter, value: bigint): void {
  const isShort = BigInt.asIntN(64, value) === value;
  writer.u8(isShort ? signed : text);
  if (isShort) writer.u64(BigInt.asUintN(64, value));
  else writer.text(value.toString());
}

function readBig(reader: ByteReader): bigint {
  const form = reader.u8();
  if (form === signed) return BigInt.asIntN(64, reader.u64());
  const digits = form === text ? reader.text() : "";
  if (!/^-?\d+$/.test(digits)) throw reader.fail("a whole number has no known form");
  return BigInt(digits);
}

function writeWord(writer: ValueWriter, words: readonly string[], value: unknown, place: Place): void {
  const index = words.findIndex((word) => word === value);
  if (index < 0) throw expected(place, `one of \`${words.join("`, `")}\``, value);
  writer.count(index);
}

function readWord(reader: ByteReader, words: readonly string[]): string {
  const index = reader.count(0);
  if (index >= words.length) throw reader.fail(`word ${index} of ${words.length} is not there`);
  return words[index];
}

function readTruth(reader: ByteReader): boolean {
  const byte = reader.u8();
  if (byte > 1) throw reader.fail("a truth is neither 0 nor 1");
  return byte === 1;
}

function writeParts(
  writer: ValueWriter,
  type: { readonly vector: FieldType & string; readonly length: number },
  value: unknown,
  place: Place,
): void {
  if (typeof value !== "object" || value === null) throw expected(place, `${type.length} numbers`, value);
  for (let i = 0; i < type.length; i++) {
    place.within(i, () => writeSimple(writer, type.vector, Reflect.get(value, i), place));
  }
}

function writeList(writer: ValueWriter, item: FieldType, value: unknown, place: Place): void {
  if (!Array.isArray(value)) throw expected(place, "a list", value);
  const kept: readonly unknown[] = item === "object" ? [] : value;
  writer.count(kept.length);
  for (const [i, each] of kept.entries()) {
    if (takesNothing(item)) writer.u8(0);
    place.within(i, () => writeValue(writer, item, each, place));
  }
}

function writeMap(writer: ValueWriter, item: FieldType, value: unknown, place: Place): void {
  if (!(value instanceof Map)) throw expected(place, "a `Map`", value);
  const kept: [unknown, unknown][] = item === "object" ? [] : [...value];
  writer.count(kept.length);
  for (const [key, each] of kept) {
    if (typeof key !== "string") throw expected(place, "a map by text", key);
    writer.text(key);
    place.within(key, () => writeValue(writer, item, each, place));
  }
}

function writeShape(
  writer: ValueWriter,
  shapes: { readonly [kind: string]: FieldTree },
  value: unknown,
  place: Place,
): void {
  const kind: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "kind") : undefined;
  if (typeof kind !== "string" || !Object.hasOwn(shapes, kind)) {
    throw expected(place, `a shape whose \`kind\` is one of \`${Object.keys(shapes).join("`, `")}\``, value);
  }
  writer.count(Object.keys(shapes).indexOf(kind));
  writeFields(writer, shapes[kind], value, place);
}

function readItem(reader: ByteReader, item: FieldType): unknown {
  if (takesNothing(item)) reader.u8();
  return readValue(reader, item);
}

/** Whether a value takes no bytes. An item of a list does take one, so that no more are promised than can be there. */
function takesNothing(type: FieldType): boolean {
  if (type === "object") return true;
  return typeof type === "object" && "struct" in type && Object.values(type.struct).every(takesNothing);
}

/** The error for a value of another type. */
function expected(place: Place, what: string, found: unknown): Error {
  return place.error(`is ${describeValue(found)}, where its schema asks for ${what}`);
}
