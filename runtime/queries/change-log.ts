import type { Entity } from "../entities/entity.js";
import type { Memory } from "../memory/memory.js";

/** Whoever wants to know of changes: what all have seen, a log may forget. */
export interface ChangeReader {
  /** The tick up to which it has seen everything; 0 before its first run. */
  readonly since: number;
  /** The tick from which on logs are kept for it. */
  readonly from: number;
  /** Has seen nothing any more. */
  restart(): void;
}

/** When living entities last got or lost one component; kept only while some query asks. */
export class ChangeLog {
  readonly readers = new Set<ChangeReader>();
  readonly #memory: Memory;
  /** Ticks in ascending order, since what happens again moves to the end. */
  readonly #ticks = new Map<Entity, number>();

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** How many entities are remembered. */
  get size(): number {
    return this.#ticks.size;
  }

  /** Remembers that it happens now. */
  note(entity: Entity): void {
    this.#ticks.delete(entity);
    this.#ticks.set(entity, this.#memory.tick);
  }

  /** Whether it happened to an entity after a tick. */
  isAfter(entity: Entity, tick: number): boolean {
    const noted = this.#ticks.get(entity);
    return noted !== undefined && noted > tick;
  }

  /** Forgets an entity that ends. */
  forget(entity: Entity): void {
    this.#ticks.delete(entity);
  }

  /** Forgets all entities. */
  clear(): void {
    this.#ticks.clear();
  }

  /** Forgets what all readers have seen. */
  prune(): void {
    let seen = Infinity;
    for (const { since, from } of this.readers) seen = Math.min(seen, Math.max(since, from));
    for (const [entity, tick] of this.#ticks) {
      if (tick > seen) return;
      this.#ticks.delete(entity);
    }
  }
}
