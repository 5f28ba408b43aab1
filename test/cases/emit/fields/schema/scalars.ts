import {
  bool,
  component,
  entity,
  f32,
  f64,
  i16,
  i32,
  i64,
  i8,
  oneOf,
  optional,
  u16,
  u32,
  u64,
  u8,
} from "ecsgen/schema";

/** Every number type, bare. */
export class Numbers extends component({ f32, f64, i8, i16, i32, u8, u16, u32, i64, u64 }) {}

/** Every number type, with all that can be said of it. */
export class Measures extends component({
  /** At two metres above the ground. */
  temperature: f32.default(15).range(-90, 60).unit("°C"),
  /**
   * Above the level of the sea.
   * Below it when negative.
   */
  height: f64.default(-0.25).unit("m"),
  tiny: i8.default(-128),
  cover: u8.range(0, 8).unit("okta"),
  large: f64.default(1e21),
  small: f32.default(1e-7),
  credit: i64.default(-5n).range(-10n, 10n),
  stamp: u64.default(18446744073709551615n),
}) {}

/** Numbers that may be absent. */
export class MaybeNumbers extends component({
  f32: optional(f32),
  f64: optional(f64.range(0, 1)),
  i8: optional(i8),
  i16: optional(i16),
  i32: optional(i32),
  u8: optional(u8.default(3)),
  u16: optional(u16),
  u32: optional(u32),
  i64: optional(i64),
  u64: optional(u64.default(7n)),
}) {}

/** What is no number, and yet a column. */
export class Flags extends component({
  alive: bool,
  ready: bool.default(true),
  maybe: optional(bool),
  owner: entity,
  target: optional(entity),
  mood: oneOf("calm", "angry", 'it\'s "odd"').default("angry"),
  state: oneOf("idle", "walk"),
  lastState: optional(oneOf("idle", "walk")),
}) {}
