import type { Memory } from "../memory/memory.js";
import type { Membership } from "./membership.js";

/** A bit for every entity index. */
export class Toggle implements Membership {
  private readonly memory: Memory;
  private words: Int32Array;

  constructor(memory: Memory) {
    this.memory = memory;
    this.words = memory.newInt32Array(0);
  }

  /** Bytes of the bits. */
  get bytes(): number {
    return this.words.byteLength;
  }

  /** The entity indices whose bit is set, ascending. */
  indices(): number[] {
    const found: number[] = [];
    for (let index = 0; index < this.words.length * 32; index++) if (this.has(index)) found.push(index);
    return found;
  }

  has(entityIndex: number): boolean {
    return ((this.words[entityIndex >>> 5] >>> (entityIndex & 31)) & 1) === 1;
  }

  /** Sets the bit; `false` when it was set before. */
  add(entityIndex: number): boolean {
    if (this.has(entityIndex)) return false;
    const word = entityIndex >>> 5;
    if (word >= this.words.length) this.words = this.memory.newInt32Array(roomFor(word), this.words);
    this.words[word] |= 1 << (entityIndex & 31);
    return true;
  }

  /** Clears the bit; `false` when it was clear before. */
  remove(entityIndex: number): boolean {
    if (!this.has(entityIndex)) return false;
    this.words[entityIndex >>> 5] &= ~(1 << (entityIndex & 31));
    return true;
  }

  /** Clears all bits and gives the memory back. */
  clear(): void {
    this.words = this.memory.newInt32Array(0);
  }
}

function roomFor(word: number): number {
  return Math.max(32, (word + 1) * 2);
}
