import { columnBytes } from "../memory/column-kind.js";
import type { ComponentType } from "./component-type.js";
import type { Storage } from "./storage.js";
import type { Table } from "./table.js";

/** The pool of one component: its storage across all tables. */
export interface PoolUsage {
  /** `motion.Position`. */
  readonly component: string;
  /** How many entities have it. */
  readonly entities: number;
  /** Bytes of its columns, spare rows included. Strings, lists and other objects are not counted. */
  readonly bytes: number;
}

/** What each component takes, in dense order. */
export function poolUsage(storage: Storage): PoolUsage[] {
  return storage.registry.types.map((type) => ({ component: type.name, ...usageOf(type, storage) }));
}

function usageOf(type: ComponentType, storage: Storage): { readonly entities: number; readonly bytes: number } {
  if (type.storage === "toggle") {
    const toggle = storage.toggle(type);
    return { entities: toggle.indices().length, bytes: toggle.bytes };
  }
  if (type.storage === "sparse") {
    const { table, bytes } = storage.sparse(type);
    return { entities: table.count, bytes: bytes + columnsOf(type, [table]) };
  }
  const tables = storage.graph.tables.filter((table) => table.has(type.index));
  return { entities: tables.reduce((total, { count }) => total + count, 0), bytes: columnsOf(type, tables) };
}

function columnsOf({ columns }: ComponentType, tables: readonly Table[]): number {
  const row = columns.reduce((bytes, kind) => bytes + columnBytes[kind], 0);
  return tables.reduce((bytes, { capacity }) => bytes + capacity * row, 0);
}
