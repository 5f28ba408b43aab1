import type { ColumnKind } from "../memory/column-kind.js";

/** The type of a value, as saves, loaders and tools see it. `object` is a handle of the host: never saved. */
export type FieldType =
  | ColumnKind
  | "bool"
  | "string"
  | "bytes"
  | "object"
  /** One of a few words. */
  | { readonly oneOf: readonly string[] }
  /** Parts by name: of a struct, or of a vector with named parts. */
  | { readonly struct: FieldTree }
  /** Parts `0` to `length - 1`. */
  | { readonly vector: ColumnKind; readonly length: number }
  | { readonly list: FieldType }
  /** Values by text. */
  | { readonly map: FieldType }
  /** One of several shapes, told apart by `kind`. */
  | { readonly union: { readonly [kind: string]: FieldTree } }
  /** May be `undefined`. */
  | { readonly optional: FieldType };

/** The fields of a declaration, a struct or a shape, in the order of the schema. */
export type FieldTree = { readonly [name: string]: FieldType };

/** Whether values lie in columns of numbers, not in arrays beside the table; what may be absent is asked for without that. */
export function isPlain(type: FieldType): boolean {
  if (typeof type === "string") return !["string", "bytes", "object"].includes(type);
  return "oneOf" in type || "struct" in type || "vector" in type;
}
