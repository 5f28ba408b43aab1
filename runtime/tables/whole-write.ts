import type { Memory } from "../memory/memory.js";
import type { ComponentType, Cursor } from "./component-type.js";
import { initOf } from "./spawn-shape.js";
import type { Table } from "./table.js";

/** Writes the fields of a row that `init` says: all of them, or, when that throws, none. */
export function assignWhole<Init>(cursor: Cursor<unknown, Init>, table: Table, type: ComponentType, init: Init): void {
  if (isOneValue(init)) {
    cursor.$assign(init);
    return;
  }
  const row = cursor.$row;
  const kept = keep(table, type, row);
  try {
    cursor.$assign(init);
  } catch (error) {
    putBack(table, type, row, kept);
    throw error;
  }
}

/** Writes every field of a row, or, when that throws, none. */
export function fillWhole<Init>(cursor: Cursor<unknown, Init>, table: Table, type: ComponentType, init?: Init): void {
  const row = cursor.$row;
  const kept = keep(table, type, row);
  try {
    cursor.$fill(init);
  } catch (error) {
    putBack(table, type, row, kept);
    throw error;
  }
}

/** Whether one field is given, and no struct: it is written, or it is not, so that nothing need be kept for it. */
function isOneValue(init: unknown): boolean {
  if (typeof init !== "object" || init === null) return false;
  let count = 0;
  for (const name in init) {
    if (++count > 1 || typeof initOf(init, name) === "object") return false;
  }
  return true;
}

/** What a row holds: words of its plain columns, and its ordinary values. */
interface Kept {
  readonly words: readonly number[];
  readonly objects: readonly unknown[] | undefined;
}

/** By words, since bits are to stay, and one sort of array is read faster than many. */
function keep(table: Table, type: ComponentType, row: number): Kept {
  const words: number[] = [];
  const width = type.columns.length;
  const first = width > 0 ? table.firstColumn(type.index) : 0;
  const { memory, columns, shifts } = table;
  for (let i = first; i < first + width; i++) {
    if (shifts[i] === 2) words.push(memory.i32[columns[i] + row]);
    else keepElement(memory, shifts[i], columns[i] + row, words);
  }
  if (type.objects === 0) return { words, objects: undefined };
  const firstObject = table.firstObject(type.index);
  return { words, objects: Array.from({ length: type.objects }, (_, i) => table.objects(firstObject + i)[row]) };
}

function keepElement({ i32, u16, u8 }: Memory, shift: number, at: number, words: number[]): void {
  if (shift === 0) words.push(u8[at]);
  else if (shift === 3) words.push(i32[at * 2], i32[at * 2 + 1]);
  else words.push(u16[at]);
}

function putBack(table: Table, type: ComponentType, row: number, { words, objects }: Kept): void {
  const { i32, u16, u8 } = table.memory;
  const width = type.columns.length;
  const first = width > 0 ? table.firstColumn(type.index) : 0;
  let next = 0;
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
