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

/** One component of a selection: a cursor, and where its rows are. */
interface Place {
  readonly type: ComponentType;
  readonly cursor: Cursor<unknown, unknown>;
  readonly set: SparseSet | undefined;
}

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
      const places = this.#types.map((type) => this.#place(type));
      // One array for all rows, its last element the entity: a row allocates nothing.
      const row: unknown[] = places.map(({ type, cursor }) => (hasData(type) ? cursor : true));
      const call = asCallback<Types>(visit);
      const callAt = (entity: Entity): void => {
        row[places.length] = entity;
        call(...row);
      };
      const { driver } = this.query;
      if (driver === undefined) this.#eachOfTables(places, callAt);
      else this.#eachOfDriver(driver, places, callAt);
    });
  }

  #eachOfTables(places: readonly Place[], call: (entity: Entity) => void): void {
    for (const table of this.query.tables) {
      for (const place of places) enter(place, table);
      for (let row = 0; row < table.count; row++) {
        if (!this.query.accepts(table, row)) continue;
        const entity = table.entityAt(row);
        for (const place of places) place.cursor.$row = place.set?.rowOf(entity) ?? row;
        call(entity);
      }
    }
  }

  #eachOfDriver(driver: Driver, places: readonly Place[], call: (entity: Entity) => void): void {
    let entered: Table | undefined;
    driver.visit((entity) => {
      const table = this.query.tableOf(entity);
      if (table === undefined) return true;
      if (table !== entered) for (const place of places) enter(place, table);
      entered = table;
      for (const place of places) {
        place.cursor.$row = place.set?.rowOf(entity) ?? this.#storage.entities.rowOf(entity);
      }
      call(entity);
      return true;
    });
  }

  #place(type: ComponentType): Place {
    const set = type.storage === "sparse" ? this.#storage.sparse(type) : undefined;
    return { type, cursor: new type.cursor(this.#storage.memory), set };
  }
}

function enter(place: Place, table: Table): void {
  if (place.type.storage === "table") place.cursor.$enter(table);
  else if (place.set !== undefined) place.cursor.$enter(place.set.table);
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
