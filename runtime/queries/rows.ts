import type { Entity } from "../entities/entity.js";
import { EcsError } from "../errors.js";
import { IndexPairs } from "./row-pairs.js";
import type { ColumnsOf } from "./table-columns.js";

/**
 * All rows of a query, as functions take them. What it can do, an array can do as well, so that a test gives plain objects.
 * Rows come in the order of queries.
 */
export interface Rows<Row> {
  /** How many there are. */
  readonly length: number;
  /** Goes through the rows; a row moves on with its loop. Each loop has a row of its own, so that loops may be nested. */
  [Symbol.iterator](): Iterator<Row>;
  /** A row that stays where it is, counted from the first, or from the last when `index` is negative. */
  at(index: number): Row | undefined;
  /** The first row that passes; it stays where it is. */
  find(test: (row: Row) => boolean): Row | undefined;
  /** All rows that pass; they stay where they are. */
  filter(test: (row: Row) => boolean): Row[];
  /** All rows, which stay where they are: to be sorted or grouped. */
  slice(): Row[];
  /** The row of an entity; an array has no such function. */
  $get?(entity: Entity): Row | undefined;
  /** Every two rows once; an array has no such function. */
  $pairs?(): Iterator<readonly [Row, Row]>;
  /** The columns of all tables; an array has no such function. */
  $columns?(): readonly object[];
}

/** Every two rows once, the first before the second. Both move on with the loop. */
export function pairs<Row>(rows: Rows<Row>): Iterable<readonly [Row, Row]> {
  return { [Symbol.iterator]: () => rows.$pairs?.() ?? new IndexPairs(rows) };
}

/** The row of an entity, which stays where it is; `undefined` when the query does not find the entity. */
export function rowOf<Row extends { readonly entity: Entity }>(rows: Rows<Row>, entity: Entity): Row | undefined {
  return rows.$get === undefined ? rows.find((row) => row.entity === entity) : rows.$get(entity);
}

/**
 * The columns of each table that has rows, for loops that are tuned by hand. They are valid until the function is over. What is
 * written there is not seen by those who ask for changes. Throws `InvalidArgument` for an array, and for rows with sparse components, which lie
 * elsewhere.
 */
export function columnsOf<Row>(rows: Rows<Row>): readonly ColumnsOf<Row>[] {
  if (rows.$columns !== undefined) return asColumns<Row>(rows.$columns());
  throw new EcsError("InvalidArgument", "an array of rows has no columns", "give a query of a world");
}

/** The one place where columns get the types of rows: both are made from the same components of the schema. */
function asColumns<Row>(columns: readonly object[]): readonly ColumnsOf<Row>[] {
  return columns as readonly ColumnsOf<Row>[];
}
