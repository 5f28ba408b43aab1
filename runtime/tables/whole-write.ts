import type { Memory } from "../memory/memory.js";
import type { ComponentType, Cursor } from "./component-type.js";
import type { Table } from "./table.js";

/** Writes the fields of a row that `init` says: all of them, or, when that throws, none. */
export function assignWhole<Init>(cursor: Cursor<unknown, Init>, table: Table, type: ComponentType, init: Init): void {
  const { kept } = table.memory;
  const row = cursor.$row;
  const start = kept.top;
  const objects = keep(table, type, row);
  try {
    cursor.$assign(init);
  } catch (error) {
    putBack(table, type, row, start, objects);
    throw error;
  } finally {
    kept.top = start;
  }
}

/** Writes every field of a row, or, when that throws, none. */
export function fillWhole<Init>(cursor: Cursor<unknown, Init>, table: Table, type: ComponentType, init?: Init): void {
  const { kept } = table.memory;
  const row = cursor.$row;
  const start = kept.top;
  const objects = keep(table, type, row);
  try {
    cursor.$fill(init);
  } catch (error) {
    putBack(table, type, row, start, objects);
    throw error;
  } finally {
    kept.top = start;
  }
}

/**
 * Keeps the words of the plain columns of a row, and gives back its ordinary values. By words, since bits are to stay, and
 * one sort of array is read faster than many. Short, so that V8 makes it part of its callers.
 */
function keep(table: Table, type: ComponentType, row: number): readonly unknown[] | undefined {
  const width = type.columns.length;
  if (width > 0) {
    const first = table.firstColumn(type.index);
    if (table.others.length > 0) keepMixed(table, first, width, row);
    else keepWords(table, first, width, row);
  }
  return type.objects === 0 ? undefined : keepObjects(table, type, row);
}

function keepWords({ memory, columns }: Table, first: number, width: number, row: number): void {
  const { kept, i32 } = memory;
  const words = kept.reserve(width);
  const start = kept.top - first;
  for (let i = first; i < first + width; i++) words[start + i] = i32[columns[i] + row];
  kept.top += width;
}

function keepMixed({ memory, columns, shifts }: Table, first: number, width: number, row: number): void {
  const { kept, i32 } = memory;
  const words = kept.reserve(width * 2);
  let { top } = kept;
  for (let i = first; i < first + width; i++) {
    if (shifts[i] === 2) words[top++] = i32[columns[i] + row];
    else top = keepElement(memory, shifts[i], columns[i] + row, words, top);
  }
  kept.top = top;
}

function keepObjects(table: Table, type: ComponentType, row: number): readonly unknown[] {
  const first = table.firstObject(type.index);
  return Array.from({ length: type.objects }, (_, i) => table.objects(first + i)[row]);
}

/** Gives back where the next word is to be kept. */
function keepElement({ i32, u16, u8 }: Memory, shift: number, at: number, words: Int32Array, top: number): number {
  if (shift !== 3) {
    words[top] = shift === 0 ? u8[at] : u16[at];
    return top + 1;
  }
  words[top] = i32[at * 2];
  words[top + 1] = i32[at * 2 + 1];
  return top + 2;
}

function putBack(
  table: Table,
  type: ComponentType,
  row: number,
  start: number,
  objects: readonly unknown[] | undefined,
): void {
  const { i32, u16, u8, kept } = table.memory;
  const { words } = kept;
  const width = type.columns.length;
  const first = width > 0 ? table.firstColumn(type.index) : 0;
  let next = start;
  for (let i = first; i < first + width; i++) {
    const at = table.columns[i] + row;
    const shift = table.shifts[i];
    if (shift === 2) i32[at] = words[next++];
    else if (shift === 0) u8[at] = words[next++];
    else if (shift === 1) u16[at] = words[next++];
    else {
      i32[at * 2] = words[next++];
      i32[at * 2 + 1] = words[next++];
    }
  }
  for (const [i, value] of objects?.entries() ?? []) table.objects(table.firstObject(type.index) + i)[row] = value;
}
