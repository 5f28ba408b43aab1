import type { Entity } from "../entities/entity.js";
import type { Memory } from "../memory/memory.js";
import type { Table } from "../tables/table.js";

const pageBits = 8;
const pageMask = (1 << pageBits) - 1;
/** First row, last row, count. */
const width = 3;

/**
 * The edges that each entity has at one end, in order of adding: doubly linked lists through two columns of the table of
 * edges. Rows in links are counted from 1, so that fresh memory links to nothing.
 *
 *     pages[index >> 8][(index & 255) * 3]     first row, last row, how many; pages exist where there is an edge, or was
 *     columns[previous], columns[next]         the row before and behind, in the list of the entity at this end
 */
export class Adjacency {
  private readonly memory: Memory;
  private readonly table: Table;
  private readonly previousColumn: number;
  private readonly nextColumn: number;
  private pages: (Int32Array | undefined)[] = [];

  /** `previous` and `next` are numbers of columns of the table. */
  constructor(memory: Memory, table: Table, previous: number, next: number) {
    this.memory = memory;
    this.table = table;
    this.previousColumn = previous;
    this.nextColumn = next;
  }

  /** Bytes of the pages. */
  get bytes(): number {
    return this.pages.reduce((bytes, page) => bytes + (page?.byteLength ?? 0), 0);
  }

  /** The row of an entity's first edge, or -1. */
  first(entityIndex: number): number {
    const page = this.pages[entityIndex >>> pageBits];
    return page === undefined ? -1 : page[placeOf(entityIndex)] - 1;
  }

  /** The row of the edge that was added to the same entity after this one, or -1. */
  next(row: number): number {
    return this.memory.i32[this.table.columns[this.nextColumn] + row] - 1;
  }

  /**
   * Appends what another column of the table, which starts at `ends` in `memory.entity`, says of an entity's edges, in order
   * of adding: the other end of each.
   */
  pushEnds(entityIndex: number, ends: number, to: Entity[]): void {
    const { i32, entity } = this.memory;
    const links = this.table.columns[this.nextColumn];
    for (let row = this.first(entityIndex); row >= 0; row = i32[links + row] - 1) to.push(entity[ends + row]);
  }

  /** How many edges an entity has. */
  count(entityIndex: number): number {
    const page = this.pages[entityIndex >>> pageBits];
    return page === undefined ? 0 : page[placeOf(entityIndex) + 2];
  }

  /** The indices of entities with edges, ascending. */
  indices(): number[] {
    const found: number[] = [];
    for (const [number, page] of this.pages.entries()) {
      if (page === undefined) continue;
      for (let i = 0; i <= pageMask; i++) if (page[i * width] > 0) found.push((number << pageBits) | i);
    }
    return found;
  }

  /** Puts a new row behind an entity's other edges. */
  append(entityIndex: number, row: number): void {
    const page = this.pageOf(entityIndex);
    const place = placeOf(entityIndex);
    const last = page[place + 1] - 1;
    this.link(last, row, page, place);
    this.link(row, -1, page, place);
    page[place + 2]++;
  }

  /** Takes a row out of an entity's list. */
  unlink(entityIndex: number, row: number): void {
    const page = this.pageOf(entityIndex);
    const place = placeOf(entityIndex);
    this.link(this.before(row), this.next(row), page, place);
    page[place + 2]--;
  }

  /** Says that the edge in row `from` will be in row `to`: whoever links to it is corrected. */
  relocate(entityIndex: number, from: number, to: number): void {
    const page = this.pageOf(entityIndex);
    const place = placeOf(entityIndex);
    const [before, behind] = [this.before(from), this.next(from)];
    if (before < 0) page[place] = to + 1;
    else this.set(this.nextColumn, before, to);
    if (behind < 0) page[place + 1] = to + 1;
    else this.set(this.previousColumn, behind, to);
  }

  /** Forgets all edges and gives the memory back. */
  clear(): void {
    this.pages = [];
  }

  /** Makes two rows neighbours; -1 stands for the end of the list at that side. */
  private link(before: number, behind: number, page: Int32Array, place: number): void {
    if (before < 0) page[place] = behind + 1;
    else this.set(this.nextColumn, before, behind);
    if (behind < 0) page[place + 1] = before + 1;
    else this.set(this.previousColumn, behind, before);
  }

  private before(row: number): number {
    return this.memory.i32[this.table.columns[this.previousColumn] + row] - 1;
  }

  private set(column: number, row: number, linked: number): void {
    this.memory.i32[this.table.columns[column] + row] = linked + 1;
  }

  /** Fills the pages below as well, since an array with holes is slow to read. */
  private pageOf(entityIndex: number): Int32Array {
    const number = entityIndex >>> pageBits;
    while (this.pages.length <= number) this.pages.push(undefined);
    return (this.pages[number] ??= this.memory.newInt32Array((pageMask + 1) * width));
  }
}

function placeOf(entityIndex: number): number {
  return (entityIndex & pageMask) * width;
}
