import type { ColumnKind } from "../memory/column-kind.js";
import type { Table } from "./table.js";
import type { FieldTree } from "./field-tree.js";

/**
 * Where a component is kept. `table`: columns in the table of all entities with the same components. `sparse`: dense
 * columns of its own. `tag`: no data, tells tables apart. `toggle`: no data, a bit per entity.
 */
export type StorageKind = "table" | "sparse" | "tag" | "toggle";

/**
 * A component in its table, at one row that can be moved. Generated classes implement it together with the component's
 * interface. It is valid inside the loop that made it; what is to be kept is read with `$read`.
 */
// Methods, not function properties: a list of all components is a list of `ComponentType`, whatever their values are.
export interface Cursor<Value, Init> {
  $row: number;
  /** Points the cursor at the columns that its component has in this table. */
  $enter(table: Table): void;
  /** A plain copy of the row. */
  $read(): Value;
  /** Writes every field of the row: what `init` does not say takes its default. */
  $fill(init?: Init): void;
  /** Writes the fields that `init` says, and keeps the others. */
  $assign(init: Init): void;
}

/** Describes a component of a layout, and is its token: `world.get(entity, Position)`. */
export interface ComponentType<Value = unknown, Init = unknown> {
  readonly kind: "component";
  /** `motion.Position`. */
  readonly name: string;
  /** Former names, by which texts and loaders may call it. */
  readonly was?: readonly string[];
  /** `position`, its name in `spawn({ position })`. */
  readonly key: string;
  readonly id: bigint;
  readonly stateVersion: bigint;
  /** Its place in the layout. */
  readonly index: number;
  readonly fields: FieldTree;
  readonly storage: StorageKind;
  /** Whether it keeps when its rows were added and written, in two `f64` columns behind those of its fields. */
  readonly tracked?: boolean;
  /** Its plain columns, in order. */
  readonly columns: readonly ColumnKind[];
  /** How many columns of ordinary values (strings, lists, objects) it has. */
  readonly objects: number;
  /** Makes a cursor at the first row of a table. */
  readonly cursor: new (table: Table) => Cursor<Value, Init>;
}
