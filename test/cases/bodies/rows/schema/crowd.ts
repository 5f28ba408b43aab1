import {
  bool,
  clock,
  component,
  f32,
  f64,
  list,
  oneOf,
  optional,
  relation,
  resource,
  string,
  struct,
  tag,
  toggle,
  u32,
  vec2,
  type Entity,
  type Query,
} from "ecsgen/schema";

export class Place extends component({ x: f64, y: f64 }) {}
export class Speed extends component({ x: f32, y: f32 }) {}
export class Soul extends component({
  mood: oneOf("idle", "walk", "run"),
  awake: bool,
  energy: optional(f32),
  spin: struct({ axis: vec2, angle: f32 }),
  name: string,
  words: list(string),
}) {}
export class Glow extends component({ heat: f32 }, { storage: "sparse" }) {}
export class Hidden extends tag() {}
export class Asleep extends toggle() {}
export class Follows extends relation({}) {}
export class Time extends clock() {}
export class Settings extends resource({ factor: f64.default(2), count: u32, log: list(string) }) {}

export interface Body {
  readonly entity: Entity;
  place: Place;
  speed: Speed;
  soul?: Soul;
}
export type Bodies = Query<Body, { without: [Hidden] }>;
export type Awake = Query<{ entity: Entity; place: Place; soul: Soul }, { without: [Asleep]; any: [Follows, Speed] }>;
export type Glowing = Query<{ place: Place; glow: Glow }>;
