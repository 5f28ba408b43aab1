import {
  bool,
  clock,
  component,
  entity,
  f32,
  f64,
  i32,
  i64,
  list,
  oneOf,
  optional,
  resource,
  string,
  struct,
  u8,
  union,
  vec3,
  vector,
} from "ecsgen/schema";

/** A field of every kind that a row can have. */
export class Body extends component({
  x: f32.default(1),
  y: f64,
  count: i32,
  small: u8,
  big: i64,
  on: bool,
  mood: oneOf("idle", "walk", "run"),
  target: entity,
  speed: optional(f32),
  level: optional(i32),
  spin: struct({ axis: vec3, angle: f32 }),
  home: optional(struct({ x: f32, y: f32 })),
  at: vec3,
  weights: vector(f32, 4),
  label: string.default("body"),
  tags: list(string),
  leader: optional(entity),
  pace: optional(oneOf("idle", "walk", "run")),
  glow: optional(bool),
  far: optional(i64),
  note: optional(string),
  shape: union({ circle: { radius: f32 }, box: { width: f32, height: f32 } }).default({ kind: "circle", radius: 1 }),
}) {}
/** What bodies are moved by. */
export class Other extends component({
  x: f32,
  y: f32.default(2),
  flag: bool,
  scale: f64.default(0.5),
  /** Words that look like code. */
  mark: oneOf("it's", "a */ b", '"said"', "two\nlines", "(`${"),
}) {}
/** What others ask about when it changes. */
export class Trail extends component(
  {
    x: f32,
    y: f64,
    steps: i32,
    lit: bool,
    last: optional(f32),
    label: string,
    at: vec3,
    tags: list(string),
    gait: oneOf("walk", "idle", "run"),
  },
  { tracked: true },
) {}
export class Time extends clock() {}
export class Settings extends resource({ gravity: f32.default(-9.81), limit: f64.default(100), log: list(string) }) {}
