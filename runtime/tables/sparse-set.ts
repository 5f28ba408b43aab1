import { indexOf, NO_ENTITY, type Entity } from "../entities/entity.js";
import type { Memory } from "../memory/memory.js";
import type { ComponentType } from "./component-type.js";
import type { Driver } from "./driver.js";
import type { Membership } from "./membership.js";
import { Table } from "./table.js";

const pageBits = 10;
const pageMask = (1 << pageBits) - 1;

/**
 * A sparse component: a dense table of its own, and pages that say which of its rows an entity index has.
 *
 *     pages[index >> 10][index & 1023]    row + 1, or 0; pages exist where an entity has the component, or had it
 */
export class SparseSet implements Membership, Driver {
  /** Rows of this component alone; the order is that of adding, but a removed row is filled by the last. */
  readonly table: Table;
  private readonly memory: Memory;
  private pages: (Int32Array | undefined)[] = [];

  constructor(memory: Memory, component: ComponentType, universe: number) {
    this.table = new Table(-1, memory, [component], universe);
    this.memory = memory;
  }

  /** Bytes of the pages. */
  get bytes(): number {
    return this.pages.reduce((bytes, page) => bytes + (page?.byteLength ?? 0), 0);
  }

  has(entityIndex: number): boolean {
    return this.find(entityIndex) >= 0;
  }

  get most(): number {
    return this.table.count;
  }

  visit(visitor: (entity: Entity) => boolean): void {
    const { table } = this;
    for (let row = 0; row < table.count; row++) if (!visitor(table.entityAt(row))) return;
  }

  /** The dense row of a living entity, or -1. */
  rowOf(entity: Entity): number {
    return this.find(indexOf(entity));
  }

  /** Gives an entity that is not in the set a row, its content undefined. Throws `ArenaFull`, with nothing changed. */
  add(entity: Entity): number {
    const row = this.table.append(entity);
    this.put(entity, row);
    return row;
  }

  /** Takes an entity out; `false` when it was not in. */
  remove(entity: Entity): boolean {
    const row = this.rowOf(entity);
    if (row < 0) return false;
    const moved = this.table.removeRow(row);
    if (moved !== NO_ENTITY) this.put(moved, row);
    this.put(entity, -1);
    return true;
  }

  /** Says for every row of the table whose it is, after rows were put there directly. */
  adoptRows(): void {
    for (let row = 0; row < this.table.count; row++) this.put(this.table.entityAt(row), row);
  }

  /** Takes all entities out and gives the memory back. */
  clear(): void {
    this.table.clear();
    this.pages = [];
  }

  private find(entityIndex: number): number {
    const page = this.pages[entityIndex >>> pageBits];
    return page === undefined ? -1 : page[entityIndex & pageMask] - 1;
  }

  private put(entity: Entity, row: number): void {
    const index = indexOf(entity);
    const page = (this.pages[index >>> pageBits] ??= this.newPage(index >>> pageBits));
    page[index & pageMask] = row + 1;
  }

  /** Fills the pages below as well, since an array with holes is slow to read. */
  private newPage(place: number): Int32Array {
    while (this.pages.length < place) this.pages.push(undefined);
    return this.memory.newInt32Array(pageMask + 1);
  }
}
