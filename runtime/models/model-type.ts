import type { FieldTree } from "../tables/field-tree.js";

declare const brand: unique symbol;

/** The id of a model in its pool: index and generation, as an entity's. */
export type ModelId<Value = unknown> = number & { readonly [brand]: Value };

/** Describes a model of a layout: a record with an id of its own that belongs to no entity. */
export interface ModelType<Value = unknown, Init = unknown> {
  readonly kind: "model";
  readonly name: string;
  /** Former names, by which texts and loaders may call it. */
  readonly was?: readonly string[];
  readonly key: string;
  readonly id: bigint;
  readonly stateVersion: bigint;
  /** Its place in the layout. */
  readonly index: number;
  readonly fields: FieldTree;
  /** A new record, all defaults. */
  create(): Value;
  /** Writes every field of a record, also of a recycled one: what `init` does not say takes its default. */
  fill(record: Value, init?: Init): void;
}
