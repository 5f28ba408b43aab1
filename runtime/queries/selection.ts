import type { Entity } from "../entities/entity.js";
import type { ComponentType, Cursor } from "../tables/component-type.js";
import type { Driver } from "../tables/driver.js";
import type { SparseSet } from "../tables/sparse-set.js";
import type { Storage } from "../tables/storage.js";
import type { Table } from "../tables/table.js";
import type { Query } from "./query.js";

/** The values of a list of components. */
export type ValuesOf<Types extends readonly ComponentType[]> = {
  -readonly [K in keyof Types]: Types[K] extends ComponentType<infer Value, infer _Init> ? Value : never;
};

/** Runs a loop with structural changes queued, and applies them when the outermost loop is over. */
export type Iterate = (loop: () => void) => void;

/** Entities with certain components, to be visited from hand-written code: `world.select([Position, Velocity])`. */
export class Selection<Types extends readonly ComponentType[]> {
  readonly query: Query;
  readonly #types: Types;
  readonly #storage: Storage;
  readonly #iterate: Iterate;

  constructor(storage: Storage, query: Query, types: Types, iterate: Iterate) {
    this.query = query;
    this.#storage = storage;
    this.#types = types;
    this.#iterate = iterate;
  }

  /**
   * Calls back for every entity, in the order of the query. The values are cursors: they read and write the entity's
   * columns, and move on with the loop. Structural changes inside are queued. Loops may be nested.
   */
  each(visit: (...row: [...values: ValuesOf<Types>, entity: Entity]) => void): void {
    this.#iterate(() => {
      // One array for all rows, its last element the entity: a row allocates nothing.
      const row: unknown[] = [...this.#types.map(() => true), undefined];
      const places = this.#types.flatMap((type, index) => (hasData(type) ? [this.#place(type, index, row)] : []));
      const call = asCallback<Types>(visit);
      const callAt = (entity: Entity): void => {
        row[this.#types.length] = entity;
        call(...row);
      };
      const { driver } = this.query;
      if (driver === undefined) this.#eachOfTables(places, callAt);
      else this.#eachOfDriver(driver, places, callAt);
    });
  }

  #eachOfTables(places: readonly Place[], call: (entity: Entity) => void): void {
    for (const table of this.query.tables) {
      for (const place of places) place.enter(table);
      for (let row = 0; row < table.count; row++) {
        if (!this.query.accepts(table, row)) continue;
        const entity = table.entityAt(row);
        for (const place of places) place.moveTo(entity, row);
        call(entity);
      }
    }
  }

  #eachOfDriver(driver: Driver, places: readonly Place[], call: (entity: Entity) => void): void {
    let entered: Table | undefined;
    driver.visit((entity) => {
      const table = this.query.tableOf(entity);
      if (table === undefined) return true;
      if (table !== entered) for (const place of places) place.enter(table);
      entered = table;
      const row = this.#storage.entities.rowOf(entity);
      for (const place of places) place.moveTo(entity, row);
      call(entity);
      return true;
    });
  }

  #place(type: ComponentType, index: number, row: unknown[]): Place {
    return new Place(type, type.storage === "sparse" ? this.#storage.sparse(type) : undefined, index, row);
  }
}

/** One component of a selection: where its rows are, and its cursor, which is made for the first table. */
class Place {
  readonly #type: ComponentType;
  readonly #set: SparseSet | undefined;
  readonly #index: number;
  readonly #values: unknown[];
  #cursor: Cursor<unknown, unknown> | undefined;

  /** Puts its cursor at `index` among the values that the callback gets. */
  constructor(type: ComponentType, set: SparseSet | undefined, index: number, values: unknown[]) {
    this.#type = type;
    this.#set = set;
    this.#index = index;
    this.#values = values;
  }

  enter(table: Table): void {
    const at = this.#set?.table ?? table;
    this.#cursor?.$enter(at);
    this.#cursor ??= new this.#type.cursor(at);
    this.#values[this.#index] = this.#cursor;
  }

  moveTo(entity: Entity, row: number): void {
    if (this.#cursor !== undefined) this.#cursor.$row = this.#set?.rowOf(entity) ?? row;
  }
}

/**
 * The one place where the cursors of a selection get the types of its tokens: the cursor of a token is generated together
 * with the interface that the token stands for, and implements it.
 */
function asCallback<Types extends readonly ComponentType[]>(
  visit: (...row: [...values: ValuesOf<Types>, entity: Entity]) => void,
): (...row: unknown[]) => void {
  return visit as (...row: unknown[]) => void;
}

function hasData(type: ComponentType): boolean {
  return type.storage === "table" || type.storage === "sparse";
}
