import type { ComponentType } from "../tables/component-type.js";

/** Describes components that are spawned together, and is their token: `world.bundles.spawn(Ship)`. A prefab has values. */
// A method, not a function property: a list of all bundles is a list of `BundleType`, whatever they take.
export interface BundleType<Init = unknown> {
  readonly kind: "bundle" | "prefab";
  /** `fleet.ship`. */
  readonly name: string;
  /** Former names, by which texts and loaders may call it. */
  readonly was?: readonly string[];
  /** `ship`. */
  readonly key: string;
  readonly id: bigint;
  /** In dense order, inherited ones included. */
  readonly components: readonly ComponentType[];
  /** What a prefab says of its components, by key, inherited values included. Never to be written. */
  readonly values: object;
  /**
   * Everything as `World.spawn` takes it: what is given, for what is missing the values of the prefab, and nothing for what
   * takes its default.
   */
  create(given?: Init): object;
}
