// Functions that take what changed as whole queries.
import {
  component,
  core,
  f32,
  list,
  resource,
  string,
  tag,
  toggle,
  view,
  type Entity,
  type Query,
} from "ecsgen/schema";

export class Position extends component({ x: f32 }) {}
export class Velocity extends component({ x: f32 }) {}
/** Kept outside the tables. */
export class Heat extends component({ degrees: f32 }, { storage: "sparse" }) {}
export class Pinned extends tag() {}
export class Paused extends toggle() {}
/** What functions found. */
export class Log extends resource({ lines: list(string) }) {}

export type Moved = Query<{ entity: Entity; position: Position }, { changed: [Position] }>;

export interface Watching {
  /** Tells what moved since it was called from here. */
  look(moved: Query<{ entity: Entity; position: Readonly<Position> }, { changed: [Position] }>): number;
}

/** What watches. */
export const watch = core({ features: { watching: view<Watching>() } });
