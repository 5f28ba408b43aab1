import { EcsError } from "../errors.js";
import type { ComponentType } from "../tables/component-type.js";
import type { Storage } from "../tables/storage.js";
import { addedColumn, changedColumn } from "../tables/ticks.js";
import type { Table } from "../tables/table.js";
import type { ChangeLog, ChangeReader } from "./change-log.js";
import type { LogKind } from "./change-logs.js";
import type { Filter } from "./filter.js";

/**
 * Which entities a query finds that remembers when it ran last. Each part asks for at least one of its components; an empty
 * list asks for nothing.
 */
export interface ChangeFilter extends Filter {
  /** Tracked components that were written or added since then. */
  readonly changed?: readonly ComponentType[];
  /** Components that were added since then: tracked ones, tags and toggles. */
  readonly added?: readonly ComponentType[];
  /** Components that were taken away since then, and are not back; entities that ended are not found. */
  readonly removed?: readonly ComponentType[];
}

/** Whether one component of a row changed, in one way, behind what a reader has seen. */
export interface ChangeTest {
  passes(table: Table, row: number, reader: ChangeReader): boolean;
}

/** Whether a filter asks for changes. */
export function asksForChanges({ changed = [], added = [], removed = [] }: ChangeFilter): boolean {
  return changed.length + added.length + removed.length > 0;
}

/** The filter without changes, narrowed to what they can be found in. */
export function narrowed({ changed = [], added = [], removed = [], ...filter }: ChangeFilter): Filter {
  const has = [changed, added].flatMap((part) => (part.length === 1 ? part : []));
  const lacks = removed.length === 1 ? removed : [];
  return { ...filter, all: [...(filter.all ?? []), ...has], none: [...(filter.none ?? []), ...lacks] };
}

/**
 * The tests of each part of a filter. Throws `UnknownComponent`, `UntrackedComponent`, or `InvalidArgument` for a change of
 * what has no data.
 */
export function changeTests(
  { changed = [], added = [], removed = [] }: ChangeFilter,
  storage: Storage,
  open: (kind: LogKind, type: ComponentType) => ChangeLog,
): readonly (readonly ChangeTest[])[] {
  for (const type of [...changed, ...added, ...removed]) storage.registry.require(type);
  for (const type of changed) requireData(type);
  for (const type of [...changed, ...added]) if (hasData(type)) requireTracked(type);
  return [
    changed.map((type) => ticked(storage, type, changedColumn)),
    added.map((type) =>
      hasData(type) ? ticked(storage, type, addedColumn) : new Gained(storage, type, open("gained", type)),
    ),
    removed.map((type) => new Lost(storage, type, open("lost", type))),
  ].filter((part) => part.length > 0);
}

/** Throws `UntrackedComponent` when nobody knows when a component changes. */
export function requireTracked(type: ComponentType): void {
  if (type.tracked === true) return;
  const message = `component \`${type.name}\` is not tracked, so nobody knows when it changed`;
  const help =
    "declare it with `{ tracked: true }`, or name it in `changed` or `added` of a schedule, and generate again";
  throw new EcsError("UntrackedComponent", message, help);
}

function requireData(type: ComponentType): void {
  if (hasData(type)) return;
  const message = `component \`${type.name}\` has no data that could change`;
  throw new EcsError("InvalidArgument", message, "ask for it in `added` or `removed`");
}

function hasData(type: ComponentType): boolean {
  return type.storage === "table" || type.storage === "sparse";
}

function ticked(storage: Storage, type: ComponentType, column: ColumnOf): ChangeTest {
  return type.storage === "sparse" ? new SparseTicks(storage, type, column) : new TableTicks(storage, type, column);
}

/** Which column of a table holds the ticks of a component. */
type ColumnOf = (table: Table, type: ComponentType) => number;

class TableTicks implements ChangeTest {
  readonly #storage: Storage;
  readonly #type: ComponentType;
  readonly #columnOf: ColumnOf;
  /** By table: which of its columns holds the ticks, or -1. */
  readonly #columns: number[] = [];

  constructor(storage: Storage, type: ComponentType, columnOf: ColumnOf) {
    this.#storage = storage;
    this.#type = type;
    this.#columnOf = columnOf;
  }

  passes(table: Table, row: number, { since }: ChangeReader): boolean {
    const column = this.#columns[table.id] ?? this.#find(table);
    return column >= 0 && this.#storage.memory.f64[table.columns[column] + row] > since;
  }

  #find(table: Table): number {
    const column = table.has(this.#type.index) ? this.#columnOf(table, this.#type) : -1;
    this.#columns[table.id] = column;
    return column;
  }
}

class SparseTicks implements ChangeTest {
  readonly #storage: Storage;
  readonly #type: ComponentType;
  readonly #columnOf: ColumnOf;

  constructor(storage: Storage, type: ComponentType, columnOf: ColumnOf) {
    this.#storage = storage;
    this.#type = type;
    this.#columnOf = columnOf;
  }

  passes(table: Table, row: number, { since }: ChangeReader): boolean {
    const set = this.#storage.sparse(this.#type);
    const dense = set.rowOf(table.entityAt(row));
    return (
      dense >= 0 && this.#storage.memory.f64[set.table.columns[this.#columnOf(set.table, this.#type)] + dense] > since
    );
  }
}

/** A tag or toggle that is there, and is new to the reader: in its first run all are. */
class Gained implements ChangeTest {
  readonly #storage: Storage;
  readonly #type: ComponentType;
  readonly #log: ChangeLog;

  constructor(storage: Storage, type: ComponentType, log: ChangeLog) {
    this.#storage = storage;
    this.#type = type;
    this.#log = log;
  }

  passes(table: Table, row: number, { since }: ChangeReader): boolean {
    const entity = table.entityAt(row);
    return this.#storage.has(entity, this.#type) && (since === 0 || this.#log.isAfter(entity, since));
  }
}

/** A component that was lost since the reader looked last, or since it looks at all, and is not back. */
class Lost implements ChangeTest {
  readonly #storage: Storage;
  readonly #type: ComponentType;
  readonly #log: ChangeLog;

  constructor(storage: Storage, type: ComponentType, log: ChangeLog) {
    this.#storage = storage;
    this.#type = type;
    this.#log = log;
  }

  passes(table: Table, row: number, { since, from }: ChangeReader): boolean {
    const entity = table.entityAt(row);
    return this.#log.isAfter(entity, Math.max(since, from)) && !this.#storage.has(entity, this.#type);
  }
}
