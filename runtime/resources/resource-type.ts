/** Describes a resource of a layout: one value per world. */
export interface ResourceType<Value = unknown> {
  readonly kind: "resource";
  readonly name: string;
  readonly key: string;
  readonly id: bigint;
  readonly stateVersion: bigint;
  /** Its place in the layout. */
  readonly index: number;
  /** Whether the world keeps its `delta`, `elapsed` and `tick`. */
  readonly clock: boolean;
  /** A new value, all defaults. */
  create(): Value;
}
