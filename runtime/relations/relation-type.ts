import type { ColumnKind } from "../memory/column-kind.js";
import type { Cursor } from "../tables/component-type.js";
import type { FieldTree } from "../tables/field-tree.js";
import type { Table } from "../tables/table.js";

/**
 * What happens to an edge when its target is despawned. `remove`: the edge goes. `cascade`: its source is despawned as
 * well. `refuse`: as long as the source lives, the target cannot be despawned.
 */
export type TargetPolicy = "remove" | "cascade" | "refuse";

/**
 * Describes a relation of a layout, and is its token: `world.relations.add(wheel, ChildOf, cart)`. An edge leads from a
 * source to a target and may carry data; there is at most one of a relation between the same two.
 */
export interface RelationType<Value = unknown, Init = unknown, Exclusive extends boolean = boolean> {
  readonly kind: "relation";
  /** `motion.ChildOf`. */
  readonly name: string;
  /** Former names, by which texts and loaders may call it. */
  readonly was?: readonly string[];
  readonly key: string;
  readonly id: bigint;
  readonly stateVersion: bigint;
  /** Its place among the relations of the layout. */
  readonly index: number;
  readonly fields: FieldTree;
  /** A source has one target at most: relating it again replaces the edge. */
  readonly exclusive: Exclusive;
  /** Edges never lead back to where they started: one that would is refused. */
  readonly acyclic: boolean;
  readonly onTargetDespawn: TargetPolicy;
  /** The plain columns of its data, in order. */
  readonly columns: readonly ColumnKind[];
  /** How many columns of ordinary values its data has. */
  readonly objects: number;
  readonly cursor: new (table: Table) => Cursor<Value, Init>;
}
