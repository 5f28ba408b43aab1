import type { Rows } from "../runtime/queries/rows.js";

declare const narrowed: unique symbol;

/** Which entities a query finds, beside those that have what a row requires; as in the lines of a schedule. */
export interface Narrowing {
  /** Components, tags, toggles and relations that must be there as well. */
  readonly with?: readonly object[];
  /** Those that must not be there. */
  readonly without?: readonly object[];
  /** Those of which at least one must be there. */
  readonly any?: readonly object[];
  /** Components of which one was written or added since the function ran last, in its line of the schedule or from where it is called. */
  readonly changed?: readonly object[];
  /** Components, tags and toggles of which one was added since then. */
  readonly added?: readonly object[];
  /** Components, tags and toggles of which one was taken away since then, and is not back. */
  readonly removed?: readonly object[];
}

/** What a function gets of a row: the members stay, what they hold is written. */
export type RowOf<Row> = {
  readonly [Key in keyof Row]: Record<never, never> extends Pick<Row, Key> ? Row[Key] | undefined : Row[Key];
};

/**
 * All entities with certain components, for functions that look at more than one at a time:
 * `bodies: Query<{ position: Position; radius: Readonly<Radius>; mass?: Mass }, { without: [Pinned] }>`. A member of a row is
 * a component, which is read only as `Readonly<…>` and may be missing with `?`, or `entity: Entity`. In a test an array of
 * plain objects stands for it.
 */
export interface Query<Row extends object, Narrowed extends Narrowing = Record<never, never>> extends Rows<RowOf<Row>> {
  readonly [narrowed]?: Narrowed;
}
