import type { EntityColumn, Memory } from "../memory/memory.js";
import {
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
  readonly #memory: Memory;
  #firstFree = none;
  #lastFree = none;

  constructor(memory: Memory) {
    this.#memory = memory;
    this.ids = memory.newEntityColumn(1);
    this.ids[0] = makeEntity(none, 0);
  }

  isAlive(id: Entity): boolean {
    return this.ids[indexOf(id)] === id;
  }

  /** A new id, or `undefined` when every generation of every index was used. */
  take(): Entity | undefined {
    const index = this.#firstFree === none ? this.#takeFresh() : this.#takeFree();
    if (index === none) return undefined;
    this.count++;
    return this.ids[index];
  }

  /** Ends an id; `false` when it was not alive. */
  release(id: Entity): boolean {
    if (!this.isAlive(id)) return false;
    const generation = generationOf(id);
    this.count--;
    this.ids[indexOf(id)] = makeEntity(none, Math.min(generation + 1, lastGeneration));
    if (generation < lastGeneration) this.#append(indexOf(id));
    return true;
  }

  /** Makes room for ids up to this index, not included. */
  reserve(indices: number): void {
    if (indices > this.ids.length) this.ids = this.#memory.newEntityColumn(indices, this.ids);
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

  #takeFresh(): number {
    if (this.used === none) return none;
    const index = this.used++;
    if (index >= this.ids.length) this.reserve(Math.min(Math.max(64, index * 2), none));
    this.ids[index] = makeEntity(index, firstGeneration);
    return index;
  }

  #takeFree(): number {
    const index = this.#firstFree;
    const slot = this.ids[index];
    this.#firstFree = indexOf(slot);
    if (this.#firstFree === none) this.#lastFree = none;
    this.ids[index] = makeEntity(index, generationOf(slot));
    return index;
  }

  #append(index: number): void {
    if (this.#lastFree === none) this.#firstFree = index;
    else this.ids[this.#lastFree] = makeEntity(index, generationOf(this.ids[this.#lastFree]));
    this.#lastFree = index;
  }
}
