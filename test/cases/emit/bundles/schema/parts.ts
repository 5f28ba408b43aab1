// What ships are made of: every way of storing data, and every kind of field that values merge into.
import {
  bool,
  bytes,
  component,
  entity,
  f32,
  i64,
  list,
  map,
  object,
  oneOf,
  optional,
  string,
  struct,
  tag,
  toggle,
  u8,
  union,
  vec2,
  vec3,
  vector,
} from "ecsgen/schema";

/** Where something is, in metres. */
export class Position extends component({ x: f32, y: f32 }) {}
/** What keeps the air inside. */
export class Hull extends component({
  points: u8.default(100).range(0, 200),
  material: oneOf("steel", "wood"),
  sealed: bool.default(true),
  mass: i64,
  armour: struct({ front: f32.default(1), plate: struct({ layers: u8, alloy: string.default("plain") }), pivot: vec3 }),
  weights: vector(f32, 3),
  note: optional(string).default("as built"),
  bay: optional(struct({ size: u8, door: vec2 })),
  owner: entity,
  handle: object<{ label: string }>(),
}) {}
/** Whoever is aboard, and what they carry. */
export class Crew extends component({
  names: list(string),
  stock: map(u8),
  log: bytes,
  orders: union({ hold: {}, go: { to: vec2, speed: f32 } }),
}) {}
/** How hot it is. */
export class Heat extends component({ degrees: f32.default(20) }, { storage: "sparse" }) {}
export class Armed extends tag() {}
export class Ghost extends tag() {}
export class Cloaked extends toggle() {}
/** Spawns fighters, one a step. */
export class Breeder extends component({ left: u8 }) {}
