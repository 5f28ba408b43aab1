// Components whose changes are tracked in every way, and some whose are not.
import {
  component,
  f32,
  list,
  optional,
  relation,
  resource,
  string,
  struct,
  tag,
  toggle,
  u32,
  vec2,
  vector,
} from "ecsgen/schema";

/** Tracked, since the schedule asks what changed. */
export class Position extends component({ x: f32, y: f32 }) {}
/** Tracked, since the schedule asks what was added. */
export class Velocity extends component({ x: f32, y: f32 }) {}
/** Columns within columns. */
export class Body extends component(
  {
    spin: struct({ axis: vec2, rate: f32.default(2) }),
    weights: vector(f32, 3),
    drag: optional(struct({ linear: f32 })),
  },
  { tracked: true },
) {}
/** Ordinary values beside the table, and nothing else. */
export class Note extends component({ text: string, words: list(string) }, { tracked: true }) {}
/** Kept outside the tables. */
export class Heat extends component({ degrees: f32.default(20) }, { storage: "sparse", tracked: true }) {}
/** Nobody asks for its changes. */
export class Plain extends component({ value: f32 }) {}
/** Stands still. */
export class Pinned extends tag() {}
/** Is skipped for a while. */
export class Paused extends toggle() {}
/** Whom it follows. */
export class Follows extends relation({}) {}

/** What the functions of the schedule were called for. */
export class Log extends resource({ lines: list(string), steps: u32 }) {}
