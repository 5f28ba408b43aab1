import type { Entity } from "../entities/entity.js";

/** A list that holds everything a query can find, shorter than its tables, in an order of its own. */
export interface Driver {
  /** How many it visits at most, where that is known without a visit. */
  readonly most: number | undefined;
  /** Visits its entities in order, as long as the visitor gives back `true`. Nothing structural may change meanwhile. */
  visit(visitor: (entity: Entity) => boolean): void;
}
