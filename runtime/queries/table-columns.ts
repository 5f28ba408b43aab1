import type { Entity } from "../entities/entity.js";
import type { ComponentType } from "../tables/component-type.js";
import { isPlain, type FieldTree, type FieldType } from "../tables/field-tree.js";
import type { Table } from "../tables/table.js";
import type { Query } from "./query.js";

/** A column of numbers of up to 32 bits, floats, truths (0 or 1), or words (by their place in the schema). */
export type NumberColumn =
  Float32Array | Float64Array | Int8Array | Int16Array | Int32Array | Uint8Array | Uint16Array | Uint32Array;

/** The columns of a field: one, or one for each part. What may be absent has none here. */
export type ColumnsOfField<Value> = undefined extends Value
  ? never
  : [Value] extends [number | boolean]
    ? NumberColumn
    : [Value] extends [bigint]
      ? BigInt64Array | BigUint64Array
      : [Value] extends [string]
        ? string extends Value
          ? string[]
          : NumberColumn
        : Value extends readonly unknown[] | ReadonlyMap<string, unknown> | Uint8Array | { readonly kind: string }
          ? Value[]
          : { readonly [Part in keyof Value]: ColumnsOfField<Value[Part]> };

/** The columns of one table, by the names of a row; the same place in each is the same row. */
export type ColumnsOf<Row> = {
  /** How many rows the table has; columns may be longer. */
  readonly $count: number;
  /** Whether a row is found; only toggles and relations make a difference inside of a table. */
  readonly $accepts: (row: number) => boolean;
} & {
  readonly [Key in keyof Row]: Row[Key] extends Entity
    ? readonly Entity[]
    : undefined extends Row[Key]
      ? ColumnsOfField<NonNullable<Row[Key]>> | undefined
      : ColumnsOfField<Row[Key]>;
};

/** The columns of all tables of a query that have rows; `components` are those of a row by their names there. */
export function tableColumns(query: Query, components: Readonly<Record<string, ComponentType>>): object[] {
  return query.tables
    .filter(({ count }) => count > 0)
    .map((table) => ({
      $count: table.count,
      $accepts: (row: number) => query.accepts(table, row),
      get entity(): Entity[] {
        return Array.from({ length: table.count }, (_, row) => table.entityAt(row));
      },
      ...Object.fromEntries(
        Object.entries(components).map(([name, type]) => [
          name,
          table.has(type.index) ? ofComponent(table, type) : undefined,
        ]),
      ),
    }));
}

/** Where the next field starts. */
interface Place {
  readonly table: Table;
  column: number;
  object: number;
}

function ofComponent(table: Table, { index, fields }: ComponentType): object {
  return ofFields(fields, { table, column: table.firstColumn(index), object: table.firstObject(index) });
}

function ofFields(fields: FieldTree, place: Place): object {
  return Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, ofField(type, place)]));
}

function ofField(type: FieldType, place: Place): unknown {
  if (typeof type === "object" && "optional" in type) {
    if (isPlain(type.optional)) place.column++;
    ofField(type.optional, place);
    return undefined;
  }
  if (!isPlain(type)) return place.table.objects(place.object++);
  if (typeof type === "object" && "struct" in type) return ofFields(type.struct, place);
  if (typeof type !== "object" || !("vector" in type)) return place.table.column(place.column++);
  return Array.from({ length: type.length }, () => place.table.column(place.column++));
}
