import {
  bool,
  clock,
  component,
  entity,
  event,
  f32,
  f64,
  i64,
  list,
  map,
  model,
  object,
  oneOf,
  optional,
  resource,
  string,
  struct,
  tag,
  toggle,
  u32,
  u8,
  union,
  vec3,
  vector,
} from "ecsgen/schema";

/** What an engine draws into. */
export interface Surface {
  readonly width: number;
}

/** Added and removed many times a second. */
export class Burning extends component({ heat: f32.default(1), cause: string, at: vec3 }, { storage: "sparse" }) {}
/** Bodies that stand still. */
export class Pinned extends tag() {}
/** Bodies that are skipped for a moment. */
export class Paused extends toggle() {}
/** The clock. */
export class Time extends clock() {}
/** A plain resource. */
export class Score extends resource({
  points: u32,
  best: f64.default(10),
  mode: oneOf("easy", "hard"),
  limits: vec3,
}) {}
/** A resource with parts that must be made anew. */
export class Settings extends resource({
  title: string.default("untitled"),
  volume: f32.default(0.5).range(0, 1),
  keys: map(string).default(
    new Map([
      ["w", "up"],
      ["s", "down"],
    ]),
  ),
  recent: list(struct({ file: string, at: f64 })),
  theme: union({ light: {}, custom: { hue: f32 } }),
  window: optional(struct({ width: u32.default(800), height: u32.default(600) })),
}) {}
/** Something that happened. */
export class Hit extends event({
  target: entity,
  damage: f32.default(1).unit("hp"),
  at: vec3,
  critical: bool,
  cause: optional(string),
}) {}
/** Nothing to say of it. */
export class Started extends event({}) {}
/** A record with an id of its own. */
export class Target extends model({
  width: u32.default(1),
  height: u32.default(1),
  format: oneOf("rgba8", "depth"),
  clear: vector(f32, 4).default([0, 0, 0, 1]),
  surface: object<Surface>(),
  views: list(struct({ level: u8, stamp: i64 })),
}) {}
