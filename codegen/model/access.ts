// What the lines of a schedule touch, derived from the code that they run: so that their order, their sync points and what
// could run at the same time are known before the program starts.

/** Something of a world that a function reads or writes. */
export interface Touch {
  /**
   * `data`: fields of a component, resource, model or relation. `presence`: which entities there are, and which have a
   * component or an edge of a relation. `event`: what happened. `ids`: which entity gets which id.
   */
  readonly kind: "data" | "presence" | "event" | "ids";
  /** Qualified name: `motion.Position`. Empty for the presence of anything, and for ids. */
  readonly of: string;
  /** Of data: the column, or the value that is no column. Empty for all of it. */
  readonly path: readonly string[];
  readonly write: boolean;
  /** Of data: the rows that it is of. Undefined where it may be of any. */
  readonly rows: Rows | undefined;
  /** It is a change of structure that waits for the next sync point. */
  readonly waits: boolean;
}

/** Rows of all entities that have some components, and have none of others: by qualified names. */
export interface Rows {
  readonly with: readonly string[];
  readonly without: readonly string[];
}

/** All that a line touches. */
export interface Access {
  /** Sorted, each once. */
  readonly touches: readonly Touch[];
  /** It may touch anything: so its author says. */
  readonly everything: boolean;
}

/** Two lines that touch the same, of which one at least writes. */
export interface Conflict {
  readonly first: Touch;
  readonly second: Touch;
}
