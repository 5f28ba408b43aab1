import { describeEntity, NO_ENTITY, type Entity } from "../entities/entity.js";
import { noTable, type EntityIndex } from "../entities/entity-index.js";
import { EcsError } from "../errors.js";
import type { Gate } from "../gate.js";
import { requireObject } from "../given.js";
import type { Memory } from "../memory/memory.js";
import type { ComponentType, Cursor } from "./component-type.js";
import type { SparseSet } from "./sparse-set.js";
import type { Storage } from "./storage.js";
import type { Table } from "./table.js";

/** How a cursor is to be used. */
export interface CursorOptions {
  /** To read only. */
  readonly readonly: true;
}

/** A value of which no part may be written. What has methods, an object of the host, is left as it is. */
export type ReadonlyValue<Value> = Value extends number | bigint | string | boolean | undefined | Uint8Array
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly ReadonlyValue<Item>[]
    : Value extends ReadonlyMap<infer Key, infer Item>
      ? ReadonlyMap<Key, ReadonlyValue<Item>>
      : [Extract<Value[keyof Value], (...given: never[]) => unknown>] extends [never]
        ? { readonly [Name in keyof Value]: ReadonlyValue<Value[Name]> }
        : Value;

/**
 * A component of one entity at a time, read and written where it is: no object is made. `world.cursor(Position)` makes one.
 *
 * What `at` and `find` give is valid until either is called again, or entities, components or relations come or go, which moves
 * rows. From then on each access throws `StaleCursor`, until the object is given again, after `ringSize` calls.
 *
 *     memory.moves    counts what may move rows
 *     standing        the row, and `moves` of when it was found; asked at each access, before the row is used
 *     next            of a standing: each call takes it and closes the one before; the last leads to the first
 */
export class EntityCursor<Value> {
  private readonly storage: Storage;
  private readonly memory: Memory;
  private readonly entities: EntityIndex;
  private readonly gate: Gate;
  private readonly type: ComponentType;
  /** Where a sparse component is. */
  private readonly set: SparseSet | undefined;
  private readonly writes: boolean;
  private standing: Standing;
  /** The table of what was found last, its columns then, and how often either was another one. */
  private table: Table | undefined;
  private tableId = nowhere;
  private views: unknown;
  private entries = 0;
  /** `memory.moves` of when all that changes seldom was looked at last. */
  private moves = -1;

  /** `made` makes what is given out. */
  constructor(storage: Storage, gate: Gate, type: ComponentType, made: StandingClass, writes: boolean) {
    this.storage = storage;
    this.memory = storage.memory;
    this.entities = storage.entities;
    this.gate = gate;
    this.set = type.storage === "sparse" ? storage.sparse(type) : undefined;
    this.type = type;
    this.writes = writes;
    this.standing = ringOf(storage.memory, type, made);
  }

  /** The component of an entity. Throws `ComponentMissing` when the entity does not have it, or as `find` does. */
  at(entity: Entity): Value {
    const found = this.find(entity);
    if (found === undefined) throw this.missing(entity);
    return found;
  }

  /**
   * The component of an entity, `undefined` when the entity does not have it. Throws `StaleEntity`; to write, also
   * `WorldLocked`, or `ObservedComponent` while somebody is to be told of each write.
   */
  find(entity: Entity): Value | undefined {
    const { entities, set } = this;
    if (this.moves !== this.memory.moves) this.lookAgain();
    if (!entities.isAlive(entity)) this.refuseStale(entity);
    if (set !== undefined) return this.findIn(set, entity);
    const id = entities.tableOf(entity);
    if (id !== this.tableId && !this.enterById(id)) return undefined;
    return this.stand(entity, entities.rowOf(entity));
  }

  private findIn(set: SparseSet, entity: Entity): Value | undefined {
    const row = set.rowOf(entity);
    if (row < 0) return undefined;
    if (this.table === undefined) this.enter(set.table);
    return this.stand(entity, row);
  }

  private stand(entity: Entity, row: number): Value {
    this.standing.moves = left;
    const standing = this.standing.next;
    this.standing = standing;
    if (standing.entries !== this.entries) this.follow(standing);
    standing.moves = this.moves;
    standing.row = row;
    standing.entity = entity;
    return asValue<Value>(standing.cursor);
  }

  private follow(standing: Standing): void {
    if (this.table !== undefined) standing.enter(this.table);
    standing.entries = this.entries;
  }

  /** What can only have changed with `moves`. */
  private lookAgain(): void {
    const { storage, type } = this;
    if (this.writes) {
      this.gate.require("cursor");
      if (storage.told[type.index] !== 0) throw observed(type);
    }
    if (this.table !== undefined && this.table.views !== this.views) this.enter(this.table);
    this.moves = this.memory.moves;
  }

  private enterById(id: number): boolean {
    if (id === noTable) return false;
    const table = this.storage.graph.tables[id];
    if (!table.has(this.type.index)) return false;
    this.enter(table);
    return true;
  }

  private enter(table: Table): void {
    this.table = table;
    this.tableId = table.id;
    this.views = table.views;
    this.entries++;
  }

  private refuseStale(entity: Entity): void {
    this.storage.entities.require(entity, `a cursor of \`${this.type.name}\` at it`);
  }

  private missing(entity: Entity): EcsError {
    const message = `${describeEntity(entity)} does not have component \`${this.type.name}\`, so no cursor can be at it`;
    return new EcsError(
      "ComponentMissing",
      message,
      "use `find`, which gives `undefined` then, or ask `world.has` before",
    );
  }
}

/** How many calls it takes until an object is given again. What is kept of several entities by mistake is mostly of fewer. */
const ringSize = 4;

/** `moves` of what was left for another entity. */
const left = -1;

/** No table, and not `noTable` either. */
const nowhere = -2;

/** Where a cursor stands. */
class Standing {
  readonly memory: Memory;
  row = 0;
  moves = left;
  entity: Entity = NO_ENTITY;
  /** `entries` of its cursor when it followed. */
  entries = 0;
  /** Whose turn it is at the next call. */
  next: Standing = this;
  readonly type: ComponentType;
  private readonly made: StandingClass;
  /** What reads and writes there, once a table was entered. */
  cursor: Cursor<unknown, unknown> | undefined;

  constructor(memory: Memory, type: ComponentType, made: StandingClass) {
    this.memory = memory;
    this.type = type;
    this.made = made;
    this.cursor = undefined;
  }

  enter(table: Table): void {
    if (this.cursor === undefined) this.cursor = new this.made(table, this);
    else this.cursor.$enter(table);
  }
}

/** The first of as many as take turns. What they give out is made when their turn comes. */
function ringOf(memory: Memory, type: ComponentType, made: StandingClass): Standing {
  const first = new Standing(memory, type, made);
  for (let size = 1; size < ringSize; size++) {
    const standing = new Standing(memory, type, made);
    standing.next = first.next;
    first.next = standing;
  }
  return first;
}

/** A cursor that asks where it stands, at each access. */
export type StandingClass = new (table: Table, standing: Standing) => Cursor<unknown, unknown>;

/** The class for a component. Of its own, so that V8 keeps what it knows of the cursors of loops. */
export function standingClass(type: ComponentType): StandingClass {
  return class extends type.cursor {
    declare readonly $standing: Standing;

    constructor(table: Table, standing: Standing) {
      super(table);
      this.$standing = standing;
    }

    override get $row(): number {
      const { moves, memory, row } = this.$standing;
      if (moves !== memory.moves) throw stale(this.$standing);
      return row;
    }

    /** Constructors start at row 0. */
    override set $row(_row: number) {}
  };
}

function stale({ type, entity, moves }: Standing): EcsError {
  if (moves === left) {
    const message = `a cursor of \`${type.name}\` is at another entity than ${describeEntity(entity)} now`;
    return new EcsError("StaleCursor", message, "make a cursor for each entity that is looked at at the same time");
  }
  const message = `rows have moved since a cursor of \`${type.name}\` was put at ${describeEntity(entity)}`;
  return new EcsError("StaleCursor", message, "call `at` again behind what spawns, despawns, adds or removes");
}

function observed(type: ComponentType): EcsError {
  const message = `\`${type.name}\` cannot be written by a cursor, since somebody observes its changes`;
  return new EcsError(
    "ObservedComponent",
    message,
    "use `world.set`, which tells them, or a cursor that is `readonly`",
  );
}

/** The one place where what was given out gets its type: the cursor of a token is generated with its interface, and implements it. */
function asValue<Value>(cursor: unknown): Value {
  return cursor as Value;
}

/** Throws `InvalidArgument` for a component without data, or options that say nothing. */
export function requireCursor(type: ComponentType, options: CursorOptions | undefined): void {
  if (options !== undefined) requireOptions(options);
  if (type.storage === "table" || type.storage === "sparse") return;
  const message = `component \`${type.name}\` has no data that a cursor could read`;
  throw new EcsError("InvalidArgument", message, "ask `world.has`");
}

function requireOptions(options: CursorOptions): void {
  requireObject(options, "options of a cursor");
  if (options.readonly === true) return;
  throw new EcsError(
    "InvalidArgument",
    "options of a cursor say nothing",
    "say `{ readonly: true }`, or leave them out",
  );
}
