import type { ComponentType } from "./component-type.js";
import type { Table } from "./table.js";

/**
 * Where a tracked component keeps when its rows were added and written: in two columns behind those of its fields, that
 * move with the rows as all others do. Each is the number of a column of the table.
 *
 *     [ columns of the fields | added | changed ]
 */
export function addedColumn(table: Table, type: ComponentType): number {
  return table.firstColumn(type.index) + type.columns.length - 2;
}

/** The same for when rows were written last. */
export function changedColumn(table: Table, type: ComponentType): number {
  return table.firstColumn(type.index) + type.columns.length - 1;
}
