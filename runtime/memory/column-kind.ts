declare const brand: unique symbol;

/**
 * The id of an entity: an index in the low 22 bits and a generation in the high 10, as one signed 32-bit integer. An id
 * that was despawned stays dead for ever: no later entity gets it. Ids of different worlds look alike and cannot be told apart.
 */
export type Entity = number & { readonly [brand]: "entity" };

/** What a plain column stores. `bool`, enums and presence bits are `u8`. */
export type ColumnKind = "f32" | "f64" | "i8" | "i16" | "i32" | "u8" | "u16" | "u32" | "i64" | "u64" | "entity";

/** A column of entity references. */
export interface EntityColumn extends ArrayLike<Entity> {
  [element: number]: Entity;
  fill(entity: Entity): unknown;
}

/** A plain column, its rows from 0 on. */
export type Column =
  | Float32Array
  | Float64Array
  | Int8Array
  | Int16Array
  | Int32Array
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array;

/** What plain columns are made of. */
export const columnArrays: {
  readonly [K in ColumnKind]: new (buffer: ArrayBufferLike, byteOffset: number, length: number) => Column;
} = {
  f32: Float32Array,
  f64: Float64Array,
  i8: Int8Array,
  i16: Int16Array,
  i32: Int32Array,
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i64: BigInt64Array,
  u64: BigUint64Array,
  entity: Int32Array,
};

/** Bytes of one element of a column. */
export const columnBytes: { readonly [K in ColumnKind]: 1 | 2 | 4 | 8 } = {
  f32: 4,
  f64: 8,
  i8: 1,
  i16: 2,
  i32: 4,
  u8: 1,
  u16: 2,
  u32: 4,
  i64: 8,
  u64: 8,
  entity: 4,
};
