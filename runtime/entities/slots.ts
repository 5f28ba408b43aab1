import { EcsError } from "../errors.js";
import type { EntityColumn } from "../memory/column-kind.js";
import type { Memory } from "../memory/memory.js";
import {
  describeEntity,
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

/**
 * Hands out ids that are alive until they are released, and never again afterwards.
 *
 *     ids[index] of an id in use:       generation | index          so `isAlive(id)` is `ids[index] === id`
 *     ids[index] of a free index:  next generation | next free index
 *     ids[0] before its first use:                   none
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
  ids: EntityColumn;
  private readonly memory: Memory;
  private firstFree = none;
  private lastFree = none;

  constructor(memory: Memory) {
    this.memory = memory;
    this.ids = memory.newEntityColumn(1);
    this.ids[0] = makeEntity(none, 0);
  }

  isAlive(id: Entity): boolean {
    return typeof id === "number" && this.ids[indexOf(id)] === id;
  }

  /** A new id, or `undefined` when every generation of every index was used. */
  take(): Entity | undefined {
    const index = this.firstFree === none ? this.takeFresh() : this.takeFree();
    if (index === none) return undefined;
    this.count++;
    return this.ids[index];
  }

  /**
   * A new id with a given index; `undefined` when that is in use or was retired. Goes through the free indices to find it
   * among them. Indices below it that were never in use become free.
   */
  takeAt(index: number): Entity | undefined {
    if (index >= this.used) return this.takeBeyond(index);
    if (indexOf(this.ids[index]) === index || !this.unlink(index)) return undefined;
    this.ids[index] = makeEntity(index, generationOf(this.ids[index]));
    this.count++;
    return this.ids[index];
  }

  /** Ends an id; `false` when it was not alive. */
  release(id: Entity): boolean {
    if (!this.isAlive(id)) return false;
    const generation = generationOf(id);
    this.count--;
    this.ids[indexOf(id)] = makeEntity(none, Math.min(generation + 1, lastGeneration));
    if (generation < lastGeneration) this.append(indexOf(id));
    return true;
  }

  /** Starts anew: the same ids are handed out again. */
  reset(): void {
    this.count = 0;
    this.used = 0;
    this.firstFree = none;
    this.lastFree = none;
    this.ids = this.memory.newEntityColumn(0);
  }

  /** Takes over which ids are in use, and which come next. */
  copyFrom(other: Slots): void {
    this.count = other.count;
    this.used = other.used;
    this.firstFree = other.firstFree;
    this.lastFree = other.lastFree;
    this.ids = this.memory.newEntityColumn(other.ids.length, other.ids);
  }

  /** The free indices in the order in which they are reused, each with the generation that it gets then. */
  free(): Entity[] {
    const found: Entity[] = [];
    for (let index = this.firstFree; index !== none; index = indexOf(this.ids[index])) {
      found.push(makeEntity(index, generationOf(this.ids[index])));
    }
    return found;
  }

  /** The indices that went through all their generations, ascending; each with the last one. */
  retired(): Entity[] {
    const free = new Set(this.free().map(indexOf));
    const found: Entity[] = [];
    for (let index = 0; index < this.used; index++) {
      if (indexOf(this.ids[index]) !== index && !free.has(index)) found.push(makeEntity(index, lastGeneration));
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
    this.ids = this.memory.newEntityColumn(used);
    this.ids.fill(makeEntity(none, lastGeneration));
    for (const id of living) this.ids[indexOf(id)] = id;
    for (const id of free) {
      this.ids[indexOf(id)] = makeEntity(none, generationOf(id));
      this.append(indexOf(id));
    }
    this.count = living.length;
  }

  /** Makes room for ids up to this index, not included. */
  reserve(indices: number): void {
    if (indices > this.ids.length) this.ids = this.memory.newEntityColumn(indices, this.ids);
  }

  /** The ids in use, in order of their index. */
  living(): Entity[] {
    const found: Entity[] = [];
    for (let index = 0; index < this.used; index++) {
      const id = this.ids[index];
      if (indexOf(id) === index) found.push(id);
    }
    return found;
  }

  private takeFresh(): number {
    if (this.used === none) return none;
    const index = this.used++;
    if (index >= this.ids.length) this.reserve(Math.min(Math.max(64, index * 2), none));
    this.ids[index] = makeEntity(index, firstGeneration);
    return index;
  }

  private takeFree(): number {
    const index = this.firstFree;
    const slot = this.ids[index];
    this.firstFree = indexOf(slot);
    if (this.firstFree === none) this.lastFree = none;
    this.ids[index] = makeEntity(index, generationOf(slot));
    return index;
  }

  private takeBeyond(index: number): Entity {
    this.reserve(index + 1);
    for (let free = this.used; free < index; free++) {
      this.ids[free] = makeEntity(none, firstGeneration);
      this.append(free);
    }
    this.used = index + 1;
    this.ids[index] = makeEntity(index, firstGeneration);
    this.count++;
    return this.ids[index];
  }

  /** Takes an index out of the list of free ones; `false` when it is not in it. */
  private unlink(index: number): boolean {
    const next = indexOf(this.ids[index]);
    if (this.firstFree === index) {
      this.firstFree = next;
      if (next === none) this.lastFree = none;
      return true;
    }
    for (let at = this.firstFree; at !== none; at = indexOf(this.ids[at])) {
      if (indexOf(this.ids[at]) !== index) continue;
      this.ids[at] = makeEntity(next, generationOf(this.ids[at]));
      if (next === none) this.lastFree = at;
      return true;
    }
    return false;
  }

  private append(index: number): void {
    if (this.lastFree === none) this.firstFree = index;
    else this.ids[this.lastFree] = makeEntity(index, generationOf(this.ids[this.lastFree]));
    this.lastFree = index;
  }
}

function impossible(what: string): EcsError {
  return new EcsError("SaveCorrupt", `the ids of the save are damaged: ${what}`, "load another save");
}
