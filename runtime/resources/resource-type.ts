import type { FieldTree } from "../tables/field-tree.js";

/** Describes a resource of a layout: one value per world. Nothing is given for a clock, which the world keeps. */
export interface ResourceType<Value = unknown, Init = unknown> {
  readonly kind: "resource";
  readonly name: string;
  /** Former names, by which texts and loaders may call it. */
  readonly was?: readonly string[];
  readonly key: string;
  readonly id: bigint;
  readonly stateVersion: bigint;
  /** Its place in the layout. */
  readonly index: number;
  readonly fields: FieldTree;
  /** Whether the world keeps its `delta`, `elapsed` and `tick`. */
  readonly clock: boolean;
  /** A new value; what `init` does not say takes its default. */
  create(init?: Init): Value;
}
