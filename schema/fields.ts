import type { Entity } from "../runtime/entities/entity.js";

declare const value: unique symbol;
declare const init: unique symbol;

/**
 * The type of one field. `Value` is what a row reads, `Init` what may be written when it is made.
 * Declarations are read as syntax by `ecsgen`; at run time a field is inert.
 */
export interface Field<Value, Init = Value> {
  // As results of functions: inferred from an optional property itself, they would lose their `undefined`.
  readonly [value]?: () => Value;
  readonly [init]?: () => Init;
  /** The value a row starts with when none is given. */
  default(value: Init): this;
}

/** A field that holds one number, and can say which numbers make sense. */
export interface NumberField<Value extends number | bigint = number> extends Field<Value> {
  /** The smallest and the largest value that outside data may carry, both included. */
  range(min: Value, max: Value): this;
  /** The unit of the number, such as `"m/s"`; shown in docs and inspectors. */
  unit(unit: string): this;
}

/** A field that may be absent: `undefined` in the row. */
export interface OptionalField<Value, Init = Value> extends Field<Value | undefined, Init | undefined> {
  readonly absent: true;
}

/** The fields of one declaration, by name. */
export type Fields = { readonly [name: string]: Field<unknown> };

/** What a row of these fields reads and writes. */
export type Row<F extends Fields> = {
  -readonly [K in keyof F]: F[K] extends Field<infer Value, infer _Init> ? Value : never;
};

/** What may be given for a row of these fields when it is made; what is missing takes its default. */
export type RowInit<F extends Fields> = {
  -readonly [K in keyof F]?: (F[K] extends Field<infer _Value, infer Init> ? Init : never) | undefined;
};

/** One inert field: the modifiers return it unchanged, since only the syntax counts. */
function inert<T>(): T;
function inert(): unknown {
  const field = { default: () => field, range: () => field, unit: () => field };
  return field;
}

/** 32-bit float. */
export const f32: NumberField = inert();
/** 64-bit float. */
export const f64: NumberField = inert();
/** Signed 8-bit integer. */
export const i8: NumberField = inert();
/** Signed 16-bit integer. */
export const i16: NumberField = inert();
/** Signed 32-bit integer. */
export const i32: NumberField = inert();
/** Unsigned 8-bit integer. */
export const u8: NumberField = inert();
/** Unsigned 16-bit integer. */
export const u16: NumberField = inert();
/** Unsigned 32-bit integer. */
export const u32: NumberField = inert();
/** Signed 64-bit integer, a `bigint` in the row. */
export const i64: NumberField<bigint> = inert();
/** Unsigned 64-bit integer, a `bigint` in the row. */
export const u64: NumberField<bigint> = inert();
/** True or false. */
export const bool: Field<boolean> = inert();
/** A reference to an entity; `NO_ENTITY` when nothing else is given. */
export const entity: Field<Entity> = inert();
/** Text. */
export const string: Field<string> = inert();
/** Raw bytes. */
export const bytes: Field<Uint8Array> = inert();

type Parts<Names extends readonly string[], Value> = { [K in Names[number]]: Value };

/** Two `f32` parts: x, y. */
export const vec2: Field<Parts<["x", "y"], number>, Partial<Parts<["x", "y"], number>>> = inert();
/** Three `f32` parts: x, y, z. */
export const vec3: Field<Parts<["x", "y", "z"], number>, Partial<Parts<["x", "y", "z"], number>>> = inert();
/** Four `f32` parts: x, y, z, w. */
export const vec4: Field<Parts<["x", "y", "z", "w"], number>, Partial<Parts<["x", "y", "z", "w"], number>>> = inert();
/** A rotation: four `f32` parts x, y, z, w, the identity unless said otherwise. */
export const quat: Field<Parts<["x", "y", "z", "w"], number>, Partial<Parts<["x", "y", "z", "w"], number>>> = inert();

/** The parts of an indexed vector, `0` to `length - 1`, readable as `row.weights[2]`. */
export interface IndexedVector<Value> {
  readonly length: number;
  [index: number]: Value;
}

/** A vector of any number type with named parts, such as `vector(f64, ["x", "y", "z"])`. */
export function vector<Value extends number | bigint, const Names extends readonly string[]>(
  of: NumberField<Value>,
  names: Names,
): Field<Parts<Names, Value>, Partial<Parts<Names, Value>>>;
/** A vector of any number type with indexed parts, such as `vector(f32, 16)`. */
export function vector<Value extends number | bigint>(
  of: NumberField<Value>,
  length: number,
): Field<IndexedVector<Value>, readonly Value[]>;
export function vector(): Field<never> {
  return inert();
}

/** One of a few words, such as `oneOf("idle", "walk", "run")`; the first is the default. */
export function oneOf<const Words extends readonly [string, ...string[]]>(..._words: Words): Field<Words[number]> {
  return inert();
}

/** Fields in a group of their own, flattened into columns: `row.spin.axis.x`. */
export function struct<F extends Fields>(_fields: F): Field<Row<F>, RowInit<F>> {
  return inert();
}

/** A field that may be absent: a presence bit in the column, `undefined` in the row. */
export function optional<Value, Init>(_field: Field<Value, Init>): OptionalField<Value, Init> {
  return inert();
}

/** A list of values, an ordinary array in the row. */
export function list<Value, Init>(_of: Field<Value, Init>): Field<Value[], readonly Init[]> {
  return inert();
}

/** Values by text key, an ordinary `Map` in the row. */
export function map<Value, Init>(_of: Field<Value, Init>): Field<Map<string, Value>, ReadonlyMap<string, Init>> {
  return inert();
}

/** One of several shapes, told apart by `kind`: `union({ circle: { radius: f32 }, point: {} })`. */
export function union<const Shapes extends { readonly [kind: string]: Fields }>(
  _shapes: Shapes,
): Field<
  { [K in keyof Shapes & string]: { kind: K } & Row<Shapes[K]> }[keyof Shapes & string],
  { [K in keyof Shapes & string]: { kind: K } & RowInit<Shapes[K]> }[keyof Shapes & string]
> {
  return inert();
}

/** A plain object of the host, such as a scene-graph handle: kept as it is, never saved, `undefined` until set. */
export function object<T extends object>(): Field<T | undefined> {
  return inert();
}
