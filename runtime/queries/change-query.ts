import type { Entity } from "../entities/entity.js";
import type { EdgeStores } from "../relations/edge-stores.js";
import type { Storage } from "../tables/storage.js";
import type { Table } from "../tables/table.js";
import type { ChangeLog, ChangeReader } from "./change-log.js";
import type { ChangeLogs } from "./change-logs.js";
import { changeTests, type ChangeFilter, type ChangeTest } from "./change-terms.js";
import type { Terms } from "./filter.js";
import { Query } from "./query.js";

/**
 * A query that finds what changed since it ran last. Every one is its own, since each remembers its own last run; the first
 * run sees everything as new. Looking (`count`, `first`, `entities`, `has`) is no run: it tells what a run would find.
 *
 * What a run writes into its rows, it does not see in the next run; what is written otherwise meanwhile, or waits for the
 * loop to end, it does.
 */
export class ChangeQuery extends Query implements ChangeReader {
  readonly #storage: Storage;
  readonly #logs: ChangeLogs;
  readonly #opened: ChangeLog[] = [];
  readonly #tests: readonly (readonly ChangeTest[])[];
  #since = 0;
  #from: number;

  /** `terms` are those of the narrowed filter. Throws as `changeTests` does, with nothing watched. */
  constructor(storage: Storage, edges: EdgeStores, terms: Terms, open: Query, filter: ChangeFilter, logs: ChangeLogs) {
    super(storage, edges, terms, open, true);
    this.#storage = storage;
    this.#logs = logs;
    this.#from = storage.memory.tick++;
    this.#tests = changeTests(filter, storage, (kind, type) => {
      const log = logs.open(kind, type, this);
      this.#opened.push(log);
      return log;
    });
  }

  get since(): number {
    return this.#since;
  }

  get from(): number {
    return this.#from;
  }

  override accepts(table: Table, row: number): boolean {
    return this.#passes(table, row) && super.accepts(table, row);
  }

  override tableOf(entity: Entity): Table | undefined {
    const table = super.tableOf(entity);
    return table !== undefined && this.#passes(table, this.#storage.entities.rowOf(entity)) ? table : undefined;
  }

  /** Visits what changed since the last run, and makes this one the last. A run that throws was none. */
  run<Result>(visit: () => Result): Result {
    return ChangeQuery.$together([this], visit);
  }

  /** One run of several queries of a world: none of them sees in its next one what is written meanwhile. */
  static $together<Result>(queries: readonly ChangeQuery[], visit: () => Result): Result {
    const [first] = queries;
    if (first === undefined) return visit();
    const { memory } = first.#storage;
    const now = ++memory.tick;
    try {
      const result = visit();
      for (const query of queries) query.#sawUpTo(now);
      return result;
    } finally {
      memory.tick++;
    }
  }

  /** Has from now on seen what another has seen, which asks for the same. */
  follow(other: ChangeQuery): void {
    this.#since = other.#since;
    this.#from = other.#from;
  }

  restart(): void {
    this.#since = 0;
    this.#from = this.#storage.memory.tick++;
  }

  /** Lets go of what is kept for it; it is not to be asked any more. */
  close(): void {
    this.#logs.close(this);
  }

  /** A run inside a run of the same query has seen more. */
  #sawUpTo(tick: number): void {
    this.#since = Math.max(this.#since, tick);
    for (const log of this.#opened) log.prune();
  }

  #passes(table: Table, row: number): boolean {
    for (const part of this.#tests) {
      if (!passesOne(part, table, row, this)) return false;
    }
    return true;
  }
}

function passesOne(tests: readonly ChangeTest[], table: Table, row: number, reader: ChangeReader): boolean {
  for (const test of tests) if (test.passes(table, row, reader)) return true;
  return false;
}
