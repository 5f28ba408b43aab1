import type { Table } from "../tables/table.js";
import { isPlain, type FieldTree, type FieldType } from "../tables/field-tree.js";

/** How the fields of a component lie in its columns, in the order of the columns. */
export interface FieldColumns {
  /** Of each plain column: the largest number it may hold where it stands for a word, a truth or a presence. */
  readonly most: readonly (number | undefined)[];
  /** Of each plain column: the columns that all hold 1 where its value is there; none for what always is. */
  readonly presences: readonly (readonly number[])[];
  /** Of each column of ordinary values: its number among these, the path of the field, its type, and presences as above. */
  readonly objects: readonly ObjectColumn[];
}

/** A column of ordinary values. */
export interface ObjectColumn {
  readonly at: number;
  readonly path: string;
  readonly type: FieldType;
  readonly presences: readonly number[];
}

/** Lays fields out as the generator does: structs and vectors flattened, a presence before what is optional. */
export function fieldColumns(fields: FieldTree): FieldColumns {
  const most: (number | undefined)[] = [];
  const presences: (readonly number[])[] = [];
  const objects: ObjectColumn[] = [];
  const add = (largest: number | undefined, under: readonly number[]): void => {
    most.push(largest);
    presences.push(under);
  };
  const visitAll = (tree: FieldTree, around: string, under: readonly number[]): void => {
    for (const [name, type] of Object.entries(tree)) visit(type, around + name, under);
  };
  const visit = (type: FieldType, path: string, around: readonly number[]): void => {
    const inner = typeof type === "object" && "optional" in type ? type.optional : type;
    if (!isPlain(inner)) {
      objects.push({ at: objects.length, path, type, presences: around });
      return;
    }
    const under = inner === type ? around : [...around, most.length];
    if (inner !== type) add(1, around);
    if (typeof inner === "string") add(inner === "bool" ? 1 : undefined, under);
    else if ("oneOf" in inner) add(inner.oneOf.length - 1, under);
    else if ("vector" in inner) for (let i = 0; i < inner.length; i++) add(undefined, under);
    else if ("struct" in inner) visitAll(inner.struct, `${path}.`, under);
  };
  visitAll(fields, "", []);
  return { most, presences, objects };
}

/** The columns of a table that hold fields; those behind them, of tracked components, say when, which is not saved. */
export function savedColumns(table: Table): number[] {
  return table.components.flatMap(({ index, columns, tracked }) => {
    const first = columns.length > 0 ? table.firstColumn(index) : 0;
    return Array.from({ length: columns.length - (tracked === true ? 2 : 0) }, (_, i) => first + i);
  });
}

/** How many bytes a row of a table takes in a save, ordinary values left out. */
export function savedRowBytes(table: Table): number {
  return savedColumns(table).reduce((bytes, column) => bytes + (1 << table.shifts[column]), 4);
}
