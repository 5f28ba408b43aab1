import type { Field, FieldType } from "../model/contract.js";
import type { Literal, NumberKind } from "../model/raw.js";

const integerLimits: Readonly<Record<NumberKind, readonly [number | bigint, number | bigint] | undefined>> = {
  f32: undefined,
  f64: undefined,
  i8: [-0x80, 0x7f],
  i16: [-0x8000, 0x7fff],
  i32: [-0x8000_0000, 0x7fff_ffff],
  u8: [0, 0xff],
  u16: [0, 0xffff],
  u32: [0, 0xffff_ffff],
  i64: [-(1n << 63n), (1n << 63n) - 1n],
  u64: [0n, (1n << 64n) - 1n],
};

/** Why a number type cannot hold a value, or undefined when it can. */
export function whyNoNumber(of: NumberKind, value: Literal): string | undefined {
  const wide = of === "i64" || of === "u64";
  if (wide && typeof value !== "bigint") return `\`${of}\` holds a \`bigint\`, such as \`1n\``;
  if (!wide && typeof value !== "number") return `\`${of}\` holds a number`;
  const limits = integerLimits[of];
  if (limits === undefined || (typeof value !== "number" && typeof value !== "bigint")) return undefined;
  if (typeof value === "number" && !Number.isInteger(value)) return `\`${of}\` holds whole numbers`;
  if (value < limits[0] || value > limits[1]) return `\`${of}\` holds ${limits[0]} to ${limits[1]}`;
  return undefined;
}

/** Why a field cannot start with a value, or undefined when it can. */
export function whyNoDefault(type: FieldType, value: Literal, range: Field["range"]): string | undefined {
  switch (type.kind) {
    case "number":
      return whyNoNumber(type.of, value) ?? whyOutside(value, range);
    case "bool":
      return typeof value === "boolean" ? undefined : "the field holds `true` or `false`";
    case "string":
      return typeof value === "string" ? undefined : "the field holds text";
    case "entity":
      return "which entities live is known only when the program runs";
    case "object":
      return "objects of the host are made when the program runs";
    case "enum":
      return typeof value === "string" && type.words.includes(value)
        ? undefined
        : `the field holds one of ${type.words.map((word) => `\`"${word}"\``).join(", ")}`;
    case "bytes":
      return isList(value) && value.every((byte) => whyNoNumber("u8", byte) === undefined)
        ? undefined
        : "the field holds bytes, such as `new Uint8Array([1, 2])`";
    case "vector":
      return whyNoVector(type, value, range);
    case "struct":
      return whyNoFields(type.fields, value);
    case "list":
      return isList(value) ? first(value, (item) => whyNoDefault(type.of, item, undefined)) : "the field holds a list";
    case "map":
      return isRecord(value)
        ? first(Object.values(value), (item) => whyNoDefault(type.of, item, undefined))
        : 'the field holds a map, such as `new Map([["a", 1]])`';
    case "union":
      return whyNoShape(type, value);
  }
}

function whyOutside(value: Literal, range: Field["range"]): string | undefined {
  if (range === undefined || (typeof value !== "number" && typeof value !== "bigint")) return undefined;
  return value >= range[0] && value <= range[1] ? undefined : `the field's range is ${range[0]} to ${range[1]}`;
}

function whyNoVector(type: FieldType & { kind: "vector" }, value: Literal, range: Field["range"]): string | undefined {
  if (type.indexed) {
    if (!isList(value)) return "the field holds an array of numbers";
    if (value.length > type.parts.length) return `the field has ${type.parts.length} parts`;
    return first(value, (part) => whyNoNumber(type.of, part) ?? whyOutside(part, range));
  }
  if (!isRecord(value)) return `the field holds \`{ ${type.parts.join(", ")} }\``;
  const unknown = Object.keys(value).find((name) => !type.parts.includes(name));
  if (unknown !== undefined) return `the field has no part \`${unknown}\``;
  return first(Object.values(value), (part) => whyNoNumber(type.of, part) ?? whyOutside(part, range));
}

function whyNoFields(fields: readonly Field[], value: Literal): string | undefined {
  if (!isRecord(value)) return "the field holds an object";
  return first(Object.entries(value), ([name, part]) => {
    const field = fields.find((candidate) => candidate.name === name);
    if (field === undefined) return `the field has no part \`${name}\``;
    if (part === undefined) return undefined;
    const why = whyNoDefault(field.type, part, field.range);
    return why && `of its part \`${name}\`: ${why}`;
  });
}

function whyNoShape(type: FieldType & { kind: "union" }, value: Literal): string | undefined {
  const kinds = type.shapes.map((shape) => `\`"${shape.kind}"\``).join(", ");
  if (!isRecord(value)) return `the field holds an object whose \`kind\` is one of ${kinds}`;
  const { kind, ...rest } = value;
  const shape = type.shapes.find((candidate) => candidate.kind === kind);
  return shape === undefined ? `its \`kind\` is one of ${kinds}` : whyNoFields(shape.fields, rest);
}

/**
 * The value a field starts with when none is given: zero, `false`, the first word, empty, the first shape. Undefined for
 * entities, objects of the host, and for vectors and structs, whose parts start by themselves.
 */
export function startOf(type: FieldType): Literal {
  switch (type.kind) {
    case "number":
      return type.of === "i64" || type.of === "u64" ? 0n : 0;
    case "bool":
      return false;
    case "string":
      return "";
    case "enum":
      return type.words[0];
    case "bytes":
    case "list":
      return [];
    case "map":
      return {};
    case "vector":
      return type.quat ? { x: 0, y: 0, z: 0, w: 1 } : undefined;
    case "union":
      return type.shapes[0] && { kind: type.shapes[0].kind };
    case "entity":
    case "object":
    case "struct":
      return undefined;
  }
}

function first<T>(items: readonly T[], why: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = why(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isList(value: Literal): value is readonly Literal[] {
  return Array.isArray(value);
}

function isRecord(value: Literal): value is { readonly [name: string]: Literal } {
  return typeof value === "object" && !Array.isArray(value);
}
