import { NO_ENTITY, type Entity } from "../entities/entity.js";
import type { EntityIndex } from "../entities/entity-index.js";
import type { Table } from "../tables/table.js";
import type { Query } from "./query.js";

/**
 * A row of a query that a function takes as a whole. It is the way through the rows as well, and the result of each step, so
 * that a step makes nothing anew. Generated classes add a member for each component.
 */
export abstract class RowCursor {
  declare readonly $query: Query;
  declare $table: Table | undefined;
  /** The row in its table; -1 before the first. */
  declare $row: number;
  /** The rows of its table. */
  declare $count: number;
  /** The place of the next table among those of the query. */
  declare $next: number;
  declare done: boolean;

  /** Stands before the first row. */
  constructor(query: Query) {
    this.$query = query;
    this.$table = undefined;
    this.$row = -1;
    this.$count = 0;
    this.$next = 0;
    this.done = false;
  }

  /** What a loop gets. */
  get value(): this {
    return this;
  }

  /** The entity of the row. */
  get entity(): Entity {
    return this.$table?.entityAt(this.$row) ?? NO_ENTITY;
  }

  /** Goes on to the next row. */
  abstract next(): this;

  /** Makes the cursors for a table. */
  abstract $enter(table: Table): void;

  /** Moves the cursors to the row. */
  abstract $moveTo(): void;

  /** Goes on before the first row of the next table that has rows; `false` when there is none. */
  $nextTable(): boolean {
    const { tables } = this.$query;
    while (this.$next < tables.length) {
      const table = tables[this.$next++];
      if (table.count === 0) continue;
      this.$open(table);
      this.$count = table.count;
      this.$row = -1;
      return true;
    }
    this.done = true;
    return false;
  }

  /** Stands at a row, to stay there. */
  $standAt(table: Table, row: number): this {
    this.$open(table);
    this.$row = row;
    this.$moveTo();
    return this;
  }

  /** Stands where another row is, to stay there. */
  $standLike({ $table, $row }: this): this {
    return $table === undefined ? this : this.$standAt($table, $row);
  }

  /** Goes on behind another row. */
  $follow(other: this): void {
    if (other.$table !== undefined && other.$table !== this.$table) this.$open(other.$table);
    this.$row = other.$row;
    this.$count = other.$count;
    this.$next = other.$next;
    this.done = false;
  }

  $open(table: Table): void {
    this.$table = table;
    this.$enter(table);
  }
}

/** A row of a query that finds entities through a list shorter than its tables, in the order of that. */
export abstract class ListedRowCursor extends RowCursor {
  readonly #entities: EntityIndex;
  #found: readonly Entity[] | undefined;
  #at = -1;

  constructor(query: Query, entities: EntityIndex) {
    super(query);
    this.#entities = entities;
  }

  next(): this {
    this.#found ??= this.$query.entities();
    const entity = this.#found[++this.#at];
    if (entity === undefined) this.done = true;
    else this.#standAt(entity);
    return this;
  }

  override $follow(other: this): void {
    this.#found = other.#found;
    this.#at = other.#at;
    this.done = false;
  }

  #standAt(entity: Entity): void {
    const table = this.$query.tableOf(entity);
    if (table === undefined) return;
    if (table !== this.$table) this.$open(table);
    this.$row = this.#entities.rowOf(entity);
    this.$moveTo();
  }
}
