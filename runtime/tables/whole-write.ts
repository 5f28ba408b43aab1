import type { Column } from "../memory/column-kind.js";
import type { ComponentType } from "./component-type.js";
import type { Table } from "./table.js";

/** Writes a row of a component with columns: wholly, or, when `write` throws, not at all. */
export function writeWhole(table: Table, type: ComponentType, row: number, write: () => void): void {
  const plain = type.columns.length;
  const firstColumn = plain > 0 ? table.firstColumn(type.index) : 0;
  const firstObject = type.objects > 0 ? table.firstObject(type.index) : 0;
  const kept: unknown[] = [];
  for (let i = 0; i < plain; i++) kept.push(table.column<Column>(firstColumn + i)[row]);
  for (let i = 0; i < type.objects; i++) kept.push(table.objects(firstObject + i)[row]);
  try {
    write();
  } catch (error) {
    for (let i = 0; i < plain; i++) Reflect.set(table.column<Column>(firstColumn + i), row, kept[i]);
    for (let i = 0; i < type.objects; i++) table.objects(firstObject + i)[row] = kept[plain + i];
    throw error;
  }
}
