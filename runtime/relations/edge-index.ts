import { indexOf, type Entity } from "../entities/entity.js";
import type { Memory } from "../memory/memory.js";

const smallestCapacity = 32;

/** Where the ends of an edge are read. */
export interface EdgeEnds {
  /** The entity that the edge in this row starts from. */
  source(row: number): Entity;
  /** The entity that it leads to. */
  target(row: number): Entity;
}

/**
 * Finds the edge between two entities, however many each of them has: a hash table with linear probing, at most half full.
 *
 *     cells[hash(source index, target) + …]    row + 1, or 0; what is searched lies before the next 0
 */
export class EdgeIndex {
  private readonly memory: Memory;
  private readonly ends: EdgeEnds;
  private cells: Int32Array;
  private count = 0;

  constructor(memory: Memory, ends: EdgeEnds) {
    this.memory = memory;
    this.ends = ends;
    this.cells = memory.newInt32Array(smallestCapacity);
  }

  /** Bytes of the cells. */
  get bytes(): number {
    return this.cells.byteLength;
  }

  /** The row of the edge between two entities, or -1. */
  find(sourceIndex: number, target: Entity): number {
    const mask = this.cells.length - 1;
    for (let cell = hash(sourceIndex, target) & mask; ; cell = (cell + 1) & mask) {
      const row = this.cells[cell] - 1;
      if (row < 0) return -1;
      if (this.ends.target(row) === target && indexOf(this.ends.source(row)) === sourceIndex) return row;
    }
  }

  /** Adds a row whose ends can be read. */
  add(row: number): void {
    if (++this.count * 2 > this.cells.length) this.grow();
    this.put(row);
  }

  /** Takes a row out whose ends can still be read, and closes the gap. */
  remove(row: number): void {
    const mask = this.cells.length - 1;
    let gap = this.cellOf(row);
    this.count--;
    for (let cell = (gap + 1) & mask; this.cells[cell] !== 0; cell = (cell + 1) & mask) {
      const home = this.home(this.cells[cell] - 1);
      const staysReachable = ((cell - home) & mask) < ((cell - gap) & mask);
      if (staysReachable) continue;
      this.cells[gap] = this.cells[cell];
      gap = cell;
    }
    this.cells[gap] = 0;
  }

  /** Says that the edge in row `from`, whose ends can still be read there, will be in row `to`. */
  relocate(from: number, to: number): void {
    this.cells[this.cellOf(from)] = to + 1;
  }

  /** Forgets all edges and gives the memory back. */
  clear(): void {
    this.cells = this.memory.newInt32Array(smallestCapacity);
    this.count = 0;
  }

  private put(row: number): void {
    const mask = this.cells.length - 1;
    let cell = this.home(row);
    while (this.cells[cell] !== 0) cell = (cell + 1) & mask;
    this.cells[cell] = row + 1;
  }

  private cellOf(row: number): number {
    const mask = this.cells.length - 1;
    let cell = this.home(row);
    while (this.cells[cell] !== row + 1) cell = (cell + 1) & mask;
    return cell;
  }

  private home(row: number): number {
    return hash(indexOf(this.ends.source(row)), this.ends.target(row)) & (this.cells.length - 1);
  }

  private grow(): void {
    const before = this.cells;
    this.cells = this.memory.newInt32Array(before.length * 2);
    for (const cell of before) if (cell !== 0) this.put(cell - 1);
  }
}

function hash(sourceIndex: number, target: Entity): number {
  let bits = Math.imul(sourceIndex, 0x9e3779b1) ^ Math.imul(target, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  return bits ^ (bits >>> 13);
}
