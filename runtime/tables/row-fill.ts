import type { ComponentType } from "./component-type.js";
import type { Table } from "./table.js";
import { addedColumn, changedColumn } from "./ticks.js";

/** Writes every field of a component in a row. Throws what `init` makes its cursor throw. */
export function fillRow(table: Table, type: ComponentType, row: number, init: unknown): void {
  table.cursorAt(type, row).$fill(init);
  if (type.tracked === true) stampRow(table, type, row);
}

/** Writes a component of the row that comes next, which is not in use yet: what fails there has changed nothing. Throws `ArenaFull` as well. */
export function fillNext(table: Table, type: ComponentType, init: unknown): void {
  if (table.count === table.capacity) table.makeRoom();
  if (table.objectCount === 0) fillRow(table, type, table.count, init);
  else fillNextObjects(table, type, init);
}

/** Says that a row was added and written now. */
export function stampRow(table: Table, type: ComponentType, row: number): void {
  const { f64, tick } = table.memory;
  f64[table.columns[addedColumn(table, type)] + row] = tick;
  f64[table.columns[changedColumn(table, type)] + row] = tick;
}

function fillNextObjects(table: Table, type: ComponentType, init: unknown): void {
  try {
    fillRow(table, type, table.count, init);
  } catch (error) {
    table.dropNext();
    throw error;
  }
}
