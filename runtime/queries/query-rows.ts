import type { Entity } from "../entities/entity.js";
import type { EntityIndex } from "../entities/entity-index.js";
import { EcsError } from "../errors.js";
import type { ComponentType } from "../tables/component-type.js";
import type { Query } from "./query.js";
import type { RowCursor } from "./row-cursor.js";
import { RowPairs } from "./row-pairs.js";
import type { Rows } from "./rows.js";
import { tableColumns } from "./table-columns.js";

/** The rows of a query, for functions that take it as a whole. Generated classes say what a row is. */
export abstract class QueryRows<Row extends RowCursor> implements Rows<Row> {
  readonly query: Query;
  readonly entities: EntityIndex;

  constructor(query: Query, entities: EntityIndex) {
    this.query = query;
    this.entities = entities;
  }

  /** A row before the first. */
  abstract $start(): Row;

  /** The components of a row, by their names there. */
  abstract $components(): Readonly<Record<string, ComponentType>>;

  get length(): number {
    return this.query.count();
  }

  [Symbol.iterator](): Row {
    return this.$start();
  }

  at(index: number): Row | undefined {
    let left = Math.trunc(index) + (index < 0 ? this.length : 0);
    return left < 0 ? undefined : this.find(() => left-- === 0);
  }

  find(test: (row: Row) => boolean): Row | undefined {
    for (const row of this) if (test(row)) return this.#stay(row);
    return undefined;
  }

  filter(test: (row: Row) => boolean): Row[] {
    const found: Row[] = [];
    for (const row of this) if (test(row)) found.push(this.#stay(row));
    return found;
  }

  slice(): Row[] {
    return this.filter(() => true);
  }

  $get(entity: Entity): Row | undefined {
    const table = this.entities.isAlive(entity) ? this.query.tableOf(entity) : undefined;
    return table && this.$start().$standAt(table, this.entities.rowOf(entity));
  }

  $pairs(): Iterator<readonly [Row, Row]> {
    return new RowPairs(this.$start(), this.$start());
  }

  $columns(): readonly object[] {
    const components = this.$components();
    const sparse = Object.values(components).find(({ storage }) => storage === "sparse");
    if (sparse === undefined) return tableColumns(this.query, components);
    const message = `rows with \`${sparse.name}\` have no columns side by side, since it is stored sparsely`;
    throw new EcsError("InvalidArgument", message, "go through the rows, or ask for them without it");
  }

  #stay(row: Row): Row {
    return this.$start().$standLike(row);
  }
}
