import { EcsError } from "../errors.js";
import type { Memory } from "../memory/memory.js";
import {
  describeEntity,
  entityOf,
  firstGeneration,
  generationOf,
  indexMask,
  indexOf,
  lastGeneration,
  makeEntity,
  type Entity,
} from "./entity.js";

/** Stands for the end of the list of free indices. */
const none = indexMask;

/** How many cells there are for each index. */
const width = 3;

/**
 * Hands out ids that are alive until they are released, and never again afterwards.
 *
 *     cells[index * 3]        of an id in use:       generation | index          so `isAlive(id)` is one comparison
 *                             of a free index:  next generation | next free index
 *                             of index 0 before its first use:    none
 *     cells[index * 3 + 1, 2]     two numbers that their owner keeps with an id: close to it, since all are asked for together
 *
 * A free index never points to itself, so no id can be mistaken for one in use; nor can `NO_ENTITY`, which is 0, be
 * mistaken for an index 0 that was never used. Freed indices are reused first-in
 * first-out, which spreads generations evenly; an index that went through all 1,023 of them is retired for good.
 */
export class Slots {
  /** How many ids are in use. */
  count = 0;
  /** How many indices were ever in use: all of them are smaller. */
  used = 0;
  private cells: Int32Array;
  private readonly memory: Memory;
  private firstFree = none;
  private lastFree = none;

  constructor(memory: Memory) {
    this.memory = memory;
    this.cells = memory.newInt32Array(width);
    this.cells[0] = makeEntity(none, 0);
  }

  /** What is kept of an index: the id in use, or which index is free next. */
  at(index: number): Entity {
    return entityOf(this.cells[index * width]);
  }

  /** Bytes of all cells. */
  get bytes(): number {
    return this.cells.byteLength;
  }

  /** The first number that its owner keeps with an id. */
  first(id: Entity): number {
    return this.cells[indexOf(id) * width + 1];
  }

  /** The second one. */
  second(id: Entity): number {
    return this.cells[indexOf(id) * width + 2];
  }

  /** Keeps two numbers with an id. */
  keep(id: Entity, first: number, second: number): void {
    const start = indexOf(id) * width;
    this.cells[start + 1] = first;
    this.cells[start + 2] = second;
  }

  /** Keeps another second number with an id. */
  keepSecond(id: Entity, second: number): void {
    this.cells[indexOf(id) * width + 2] = second;
  }

  isAlive(id: Entity): boolean {
    return typeof id === "number" && this.cells[indexOf(id) * width] === id;
  }

  /** A new id, or `undefined` when every generation of every index was used. */
  take(): Entity | undefined {
    const index = this.firstFree === none ? this.takeFresh() : this.takeFree();
    if (index === none) return undefined;
    this.count++;
    return this.at(index);
  }

  /**
   * A new id with a given index; `undefined` when that is in use or was retired. Goes through the free indices to find it
   * among them. Indices below it that were never in use become free.
   */
  takeAt(index: number): Entity | undefined {
    if (index >= this.used) return this.takeBeyond(index);
    if (indexOf(this.at(index)) === index || !this.unlink(index)) return undefined;
    this.put(index, makeEntity(index, generationOf(this.at(index))));
    this.count++;
    return this.at(index);
  }

  /** Ends an id; `false` when it was not alive. */
  release(id: Entity): boolean {
    if (!this.isAlive(id)) return false;
    const generation = generationOf(id);
    this.count--;
    this.put(indexOf(id), makeEntity(none, Math.min(generation + 1, lastGeneration)));
    if (generation < lastGeneration) this.append(indexOf(id));
    return true;
  }

  /** Starts anew: the same ids are handed out again. */
  reset(): void {
    this.count = 0;
    this.used = 0;
    this.firstFree = none;
    this.lastFree = none;
    this.cells = this.memory.newInt32Array(0);
  }

  /** Takes over which ids are in use, and which come next. */
  copyFrom(other: Slots): void {
    this.count = other.count;
    this.used = other.used;
    this.firstFree = other.firstFree;
    this.lastFree = other.lastFree;
    this.cells = this.memory.newInt32Array(other.cells.length, other.cells);
  }

  /** The free indices in the order in which they are reused, each with the generation that it gets then. */
  free(): Entity[] {
    const found: Entity[] = [];
    for (let index = this.firstFree; index !== none; index = indexOf(this.at(index))) {
      found.push(makeEntity(index, generationOf(this.at(index))));
    }
    return found;
  }

  /** The indices that went through all their generations, ascending; each with the last one. */
  retired(): Entity[] {
    const free = new Set(this.free().map(indexOf));
    const found: Entity[] = [];
    for (let index = 0; index < this.used; index++) {
      if (indexOf(this.at(index)) !== index && !free.has(index)) found.push(makeEntity(index, lastGeneration));
    }
    return found;
  }

  /** Takes over what `living`, `free` and `retired` of others said. Throws `SaveCorrupt` for what they cannot have said. */
  restore(living: readonly Entity[], free: readonly Entity[], retired: readonly Entity[]): void {
    const used = living.length + free.length + retired.length;
    if (used > none) throw impossible(`${used} indices are said to have been used`);
    const seen = new Uint8Array(used);
    for (const id of [...living, ...free, ...retired]) {
      const index = indexOf(id);
      if (index >= used || generationOf(id) < firstGeneration) {
        throw impossible(`${describeEntity(id)} cannot be, where ${used} indices were in use`);
      }
      if (seen[index] !== 0) throw impossible(`index ${index} is said to be in use twice`);
      seen[index] = 1;
    }
    this.reset();
    this.used = used;
    this.cells = this.memory.newInt32Array(used * width);
    for (let index = 0; index < used; index++) this.put(index, makeEntity(none, lastGeneration));
    for (const id of living) this.put(indexOf(id), id);
    for (const id of free) {
      this.put(indexOf(id), makeEntity(none, generationOf(id)));
      this.append(indexOf(id));
    }
    this.count = living.length;
  }

  /** Makes room for ids up to this index, not included. */
  reserve(indices: number): void {
    const length = indices * width;
    if (length > this.cells.length) this.cells = this.memory.newInt32Array(length, this.cells);
  }

  /** The ids in use, in order of their index. */
  living(): Entity[] {
    const found: Entity[] = [];
    for (let index = 0; index < this.used; index++) {
      const id = this.at(index);
      if (indexOf(id) === index) found.push(id);
    }
    return found;
  }

  private put(index: number, id: Entity): void {
    this.cells[index * width] = id;
  }

  private takeFresh(): number {
    if (this.used === none) return none;
    const index = this.used++;
    if (index * width >= this.cells.length) this.reserve(Math.min(Math.max(64, index * 2), none));
    this.put(index, makeEntity(index, firstGeneration));
    return index;
  }

  private takeFree(): number {
    const index = this.firstFree;
    const slot = this.at(index);
    this.firstFree = indexOf(slot);
    if (this.firstFree === none) this.lastFree = none;
    this.put(index, makeEntity(index, generationOf(slot)));
    return index;
  }

  private takeBeyond(index: number): Entity {
    this.reserve(index + 1);
    for (let free = this.used; free < index; free++) {
      this.put(free, makeEntity(none, firstGeneration));
      this.append(free);
    }
    this.used = index + 1;
    this.put(index, makeEntity(index, firstGeneration));
    this.count++;
    return this.at(index);
  }

  /** Takes an index out of the list of free ones; `false` when it is not in it. */
  private unlink(index: number): boolean {
    const next = indexOf(this.at(index));
    if (this.firstFree === index) {
      this.firstFree = next;
      if (next === none) this.lastFree = none;
      return true;
    }
    for (let at = this.firstFree; at !== none; at = indexOf(this.at(at))) {
      if (indexOf(this.at(at)) !== index) continue;
      this.put(at, makeEntity(next, generationOf(this.at(at))));
      if (next === none) this.lastFree = at;
      return true;
    }
    return false;
  }

  private append(index: number): void {
    if (this.lastFree === none) this.firstFree = index;
    else this.put(this.lastFree, makeEntity(index, generationOf(this.at(this.lastFree))));
    this.lastFree = index;
  }
}

function impossible(what: string): EcsError {
  return new EcsError("SaveCorrupt", `the ids of the save are damaged: ${what}`, "load another save");
}
