import type { ColumnKind } from "../memory/column-kind.js";
import type { DeclaredType } from "./notes.js";

/** What a number is stored as. `i64` and `u64` are bigints. */
export type NumberKind = Exclude<ColumnKind, "entity">;

/** All that is known of a component, relation, resource, event or model. */
export interface TypeDescription {
  /** Its token, which says kind, name, key, id and, of a component, storage. */
  readonly type: DeclaredType;
  readonly doc: string;
  /** In the order of the schema. */
  readonly fields: readonly FieldDescription[];
}

/** All that is known of a field. */
export interface FieldDescription {
  readonly name: string;
  readonly doc: string;
  readonly value: ValueDescription;
  /** Whether it may be `undefined`. */
  readonly optional: boolean;
  /** `m/s`. */
  readonly unit: string | undefined;
  /** The least and the greatest value. */
  readonly range: readonly [number | bigint, number | bigint] | undefined;
  /** What it is when nothing is given for it, complete; `undefined` when it starts absent. To be read only. */
  readonly default: unknown;
}

/** What a value can be, to be walked by `kind`. */
export type ValueDescription =
  | { readonly kind: "number"; readonly of: NumberKind }
  /** `object` is a handle of the host: anything. */
  | { readonly kind: "bool" | "entity" | "string" | "bytes" | "object" }
  | { readonly kind: "enum"; readonly words: readonly string[] }
  | { readonly kind: "struct"; readonly fields: readonly FieldDescription[] }
  /** Its parts are numbers: with names in an object, or `0`, `1`, … in a list when it is `indexed`. */
  | {
      readonly kind: "vector";
      readonly of: NumberKind;
      readonly indexed: boolean;
      readonly fields: readonly FieldDescription[];
    }
  | { readonly kind: "list" | "map"; readonly of: ValueDescription }
  /** One of several shapes, told apart by its `kind`. */
  | { readonly kind: "union"; readonly shapes: readonly ShapeDescription[] };

/** A shape of a union; `kind` is none of its fields. */
export interface ShapeDescription {
  readonly kind: string;
  readonly fields: readonly FieldDescription[];
}
