import { EcsError } from "../errors.js";
import { shownGiven } from "../given.js";
import type { Memory } from "../memory/memory.js";
import { describeEntity, generationOf, indexMask, indexOf, NO_ENTITY, type Entity } from "./entity.js";
import { Slots } from "./slots.js";

/** The table of an entity that was reserved by a queued spawn and has no row yet. */
export const noTable = -1;

/**
 * Which entities are alive, and where each of them is.
 *
 *     slots     by index: the id in use, with it the table, and the row in the table
 *
 * They lie beside the arena, since ids are handed out while loops run, when the arena must not move.
 */
export class EntityIndex {
  readonly slots: Slots;
  readonly limit: number;

  /** Throws `InvalidArgument` when `limit` is not a count that ids can tell apart. */
  constructor(memory: Memory, limit: number = indexMask) {
    if (!Number.isInteger(limit) || limit < 0 || limit > indexMask) {
      const message = `\`maxEntities\` is ${limit}, which is not a whole number from 0 to ${indexMask}`;
      throw new EcsError("InvalidArgument", message, "give a whole number in that range");
    }
    this.limit = limit;
    this.slots = new Slots(memory);
  }

  /** How many entities are alive. */
  get count(): number {
    return this.slots.count;
  }

  /** Bytes of the index. */
  get bytes(): number {
    return this.slots.bytes;
  }

  isAlive(entity: Entity): boolean {
    return this.slots.isAlive(entity);
  }

  /** Throws `StaleEntity` when the entity is not alive; `what` says what was to be done with it. */
  require(entity: Entity, what: string): void {
    if (!this.slots.isAlive(entity)) throw this.stale(entity, what);
  }

  /** A new entity without a row. Throws `EntityLimit`. */
  reserve(): Entity {
    this.requireRoom(1);
    return this.take();
  }

  /** The same where there is room. Throws `EntityLimit` when every id was used. */
  take(): Entity {
    const entity = this.slots.take();
    if (entity === undefined) throw exhausted();
    this.place(entity, noTable, 0);
    return entity;
  }

  /** A new entity with this index, without a row, for loaders. Throws `EntityTaken`, `EntityLimit` or `InvalidArgument`. */
  reserveAt(index: number): Entity {
    if (!Number.isInteger(index) || index < 0 || index >= indexMask) {
      const message = `${shownGiven(index)} is no index of an entity`;
      throw new EcsError("InvalidArgument", message, `give a whole number from 0 to ${indexMask - 1}`);
    }
    this.requireRoom(1);
    const entity = this.slots.takeAt(index);
    if (entity === undefined) throw this.taken(index);
    this.place(entity, noTable, 0);
    return entity;
  }

  /** The living entity with this index. */
  at(index: number): Entity | undefined {
    if (!Number.isInteger(index) || index < 0 || index >= this.slots.used) return undefined;
    const entity = this.slots.at(index);
    return indexOf(entity) === index ? entity : undefined;
  }

  /** All living entities, ascending by index. */
  living(): Entity[] {
    return this.slots.living();
  }

  /** Makes room for this many entities more at once, without spare. Throws `EntityLimit`. */
  prepare(more: number): void {
    this.requireRoom(more);
    this.slots.reserve(Math.min(this.slots.count + more, indexMask));
  }

  /** Throws `EntityLimit` when `more` entities would be too many. */
  requireRoom(more: number): void {
    if (this.slots.count + more > this.limit) throw this.tooMany(more);
  }

  /** Ends an entity; `false` when it was not alive. */
  release(entity: Entity): boolean {
    return this.slots.release(entity);
  }

  /** The table of a living entity, or `noTable`. */
  tableOf(entity: Entity): number {
    return this.slots.first(entity);
  }

  /** The row of a living entity in its table. */
  rowOf(entity: Entity): number {
    return this.slots.second(entity);
  }

  /** Says where an entity is now. */
  place(entity: Entity, table: number, row: number): void {
    this.slots.keep(entity, table, row);
  }

  /** Says that an entity is in another row of its table. */
  placeRow(entity: Entity, row: number): void {
    this.slots.keepSecond(entity, row);
  }

  private tooMany(more: number): EcsError {
    const message = `${this.slots.count} entities are alive, ${more} more would exceed \`maxEntities\`, which is ${this.limit}`;
    return new EcsError("EntityLimit", message, "raise `maxEntities` in the options of the world, or despawn some");
  }

  private taken(index: number): EcsError {
    const living = this.at(index);
    const message =
      living === undefined
        ? `index ${index} went through all its generations`
        : `${describeEntity(living)} is alive, so no other entity can have index ${index}`;
    return new EcsError("EntityTaken", message, "load into a world without it, or let `world.spawn` choose the index");
  }

  private stale(entity: Entity, what: string): EcsError {
    if (entity === NO_ENTITY) {
      const message = `\`NO_ENTITY\` is nobody, so ${what} is impossible`;
      return new EcsError(
        "StaleEntity",
        message,
        "compare with `NO_ENTITY` before, where a reference may be to nobody",
      );
    }
    return new EcsError(
      "StaleEntity",
      `${describeEntity(entity)} is not alive, so ${what} is impossible`,
      this.helpForStale(entity),
    );
  }

  private helpForStale(entity: Entity): string {
    const index = typeof entity === "number" ? indexOf(entity) : this.slots.used;
    if (index >= this.slots.used)
      return "this world never had it; use an id that `world.spawn` of this world gave back";
    // No id has the generation 0: somebody gave an index.
    if (generationOf(entity) === 0)
      return `an id is more than an index; \`world.entities.at(${index})\` is who lives there`;
    return "it was despawned, or belongs to another world; ask `world.isAlive(entity)` before using an id that was kept";
  }
}

function exhausted(): EcsError {
  const message = "every generation of every entity index has been used: more than four thousand million spawns";
  return new EcsError("EntityLimit", message, "make a new world and spawn there what is alive");
}
