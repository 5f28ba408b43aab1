// One component for every way of being stored.
import {
  bool,
  bytes,
  component,
  entity,
  f32,
  f64,
  i16,
  i32,
  i64,
  i8,
  list,
  map,
  object,
  oneOf,
  optional,
  string,
  struct,
  tag,
  toggle,
  u16,
  u32,
  u64,
  u8,
  union,
  vec2,
  vec3,
  vector,
} from "ecsgen/schema";

/** The component of the simplest cases: two columns of one kind. */
export class Position extends component({ x: f32, y: f32 }) {}
/** A default that is not zero, and columns of eight bytes. */
export class Velocity extends component({ x: f64, y: f64.default(1) }) {}
/** A column of every kind. */
export class Numbers extends component({
  f32,
  f64,
  i8,
  i16,
  i32,
  u8,
  u16,
  u32,
  i64,
  u64,
  flag: bool,
  mood: oneOf("calm", "angry", "sad"),
}) {}
/** References, one of them optional. */
export class Link extends component({ to: entity, back: optional(entity), strength: optional(f32.default(5)) }) {}
/** Columns within columns. */
export class Body extends component(
  {
    place: vec3,
    spin: struct({ axis: vec2, rate: f32.default(2) }),
    weights: vector(u16, 3),
    drag: optional(struct({ linear: f32, angular: f64 })),
  },
  { tracked: true },
) {}
/** Ordinary values beside the table. */
export class Label extends component(
  {
    text: string.default("none"),
    words: list(string),
    scores: map(f64),
    raw: bytes,
    shape: union({ square: { side: f32.default(1) }, circle: { radius: f32 } }),
    handle: object<{ name: string }>(),
  },
  { tracked: true },
) {}
/** Bodies that stand still. */
export class Pinned extends tag() {}
/** Bodies that somebody chose. */
export class Chosen extends tag() {}
/** Added and removed all the time. */
export class Burning extends component(
  { heat: f32.default(20), cause: string, from: entity },
  { storage: "sparse", was: ["app.OnFire"] },
) {}
/** The same again, so that two can be asked for at once. */
export class Wet extends component({ depth: f64 }, { storage: "sparse", tracked: true }) {}
/** Skipped for a moment. */
export class Paused extends toggle() {}
/** Seen by somebody. */
export class Seen extends toggle() {}
