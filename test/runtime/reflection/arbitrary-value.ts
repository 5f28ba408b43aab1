// Values of what a description describes, and the paths into them.
import fc from "fast-check";
import { NO_ENTITY, type Entity, type FieldDescription, type ValueDescription } from "ecsgen/runtime";

/** A path, and what may be set there. */
export interface Settable {
  readonly pieces: readonly string[];
  readonly values: fc.Arbitrary<unknown>;
}

/** Host objects are told apart by identity. */
const handle = { dispose: () => undefined };

/** What a field may be; each number is one that its column can hold. */
export function fieldValues(field: FieldDescription, entities: readonly Entity[]): fc.Arbitrary<unknown> {
  const values = valuesOf(field.value, entities, field.range);
  return field.optional ? fc.option(values, { nil: undefined }) : values;
}

/** What a value may be. */
export function valuesOf(
  value: ValueDescription,
  entities: readonly Entity[],
  range?: FieldDescription["range"],
): fc.Arbitrary<unknown> {
  switch (value.kind) {
    case "number":
      return numbers(value.of, range);
    case "bool":
      return fc.boolean();
    case "entity":
      return fc.constantFrom(NO_ENTITY, ...entities);
    case "string":
      return fc.string({ maxLength: 5 });
    case "bytes":
      return fc.uint8Array({ maxLength: 4 });
    case "object":
      return fc.constantFrom(handle, { ...handle });
    case "enum":
      return fc.constantFrom(...value.words);
    case "struct":
      return fieldsValues(value.fields, entities);
    case "vector": {
      const parts = fieldsValues(value.fields, entities);
      return value.indexed ? parts.map((each) => Object.values(each)) : parts;
    }
    case "list":
      return fc.array(valuesOf(value.of, entities), { maxLength: 3 });
    case "map":
      return fc
        .uniqueArray(fc.tuple(fc.string({ maxLength: 4 }), valuesOf(value.of, entities)), {
          maxLength: 3,
          selector: ([key]) => key,
        })
        .map((entries) => new Map(entries));
    case "union":
      return fc.oneof(
        ...value.shapes.map(({ kind, fields }) =>
          fieldsValues(fields, entities).map((given): object => ({ kind, ...given })),
        ),
      );
  }
}

/** Every path into a value that can be set, the value itself last. */
export function settableIn(
  description: ValueDescription,
  value: unknown,
  entities: readonly Entity[],
  pieces: readonly string[],
): Settable[] {
  const inner = (of: ValueDescription, part: unknown, piece: string): Settable[] =>
    settableIn(of, part, entities, [...pieces, piece]);
  const fieldsIn = (fields: readonly FieldDescription[]): Settable[] =>
    fields.flatMap((field) => {
      const part: unknown = Object(value)[field.name];
      const at = { pieces: [...pieces, field.name], values: fieldValues(field, entities) };
      return [...(part === undefined ? [] : inner(field.value, part, field.name).slice(0, -1)), at];
    });
  const whole = { pieces, values: valuesOf(description, entities) };
  switch (description.kind) {
    case "struct":
    case "vector":
      return [...fieldsIn(description.fields), whole];
    case "union": {
      const shape = description.shapes.find(({ kind }) => kind === Object(value).kind);
      return [...fieldsIn(shape?.fields ?? []), whole];
    }
    case "list":
      return [...[...Object(value)].flatMap((item, index) => inner(description.of, item, String(index))), whole];
    case "map":
      return [...[...Object(value)].flatMap(([key, item]) => inner(description.of, item, String(key))), whole];
    default:
      return [whole];
  }
}

function fieldsValues(fields: readonly FieldDescription[], entities: readonly Entity[]): fc.Arbitrary<object> {
  return fc.record(Object.fromEntries(fields.map((field) => [field.name, fieldValues(field, entities)])));
}

function numbers(kind: string, range: FieldDescription["range"]): fc.Arbitrary<number | bigint> {
  const [min, max] = range ?? [];
  if (kind === "f32" || kind === "f64") {
    const limits = range === undefined ? {} : { min: Number(min), max: Number(max), noNaN: true };
    return kind === "f32" ? fc.float(limits) : fc.double(limits);
  }
  const bits = BigInt(kind.slice(1));
  const least = BigInt(min ?? (kind.startsWith("u") ? 0n : -(1n << (bits - 1n))));
  const most = BigInt(max ?? (1n << (kind.startsWith("u") ? bits : bits - 1n)) - 1n);
  const all = fc.bigInt(least, most);
  return bits === 64n ? all : all.map(Number);
}
