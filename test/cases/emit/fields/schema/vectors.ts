import {
  component,
  f32,
  f64,
  i64,
  list,
  map,
  optional,
  quat,
  struct,
  u8,
  union,
  vec2,
  vec3,
  vec4,
  vector,
  bool,
  oneOf,
  string,
} from "ecsgen/schema";

/** Vectors with names for their parts. */
export class Vectors extends component({
  place: vec3,
  /** Of the texture. */
  uv: vec2.default({ x: 0.5, y: 0.5 }),
  color: vec4.default({ w: 1 }),
  rotation: quat,
  exact: vector(f64, ["xx", "yy"]),
  lattice: vector(i64, ["a", "b"]),
  pivot: optional(vec3),
  turn: optional(quat.default({ y: 1, w: 0 })),
}) {}

/** A rotation starts as the identity wherever it stands, in every part that nothing is said of. */
export class Rotations extends component({
  plain: quat,
  roll: quat.default({ x: 0.5 }),
  tilt: optional(quat),
  steps: list(quat),
  poses: map(quat),
  aim: union({ along: { turn: quat, swing: optional(quat) } }),
}) {}

/** Vectors whose parts are numbered. */
export class Arrays extends component({
  weights: vector(f32, 4).default([1, 0.5]),
  bytes: vector(u8, 2),
  ids: vector(i64, 2),
  maybe: optional(vector(f32, 3)),
}) {}

/** A long vector is named, so that lines stay short. */
export class Matrix extends component({
  m: vector(f32, ["m00", "m01", "m02", "m10", "m11", "m12", "m20", "m21", "m22"]).default({ m00: 1, m11: 1, m22: 1 }),
}) {}

const axis = { x: f32, y: f32.default(1), z: f32 };

/** Structs in structs, flattened into columns. */
export class Body extends component({
  mass: f32.default(1).unit("kg"),
  spin: struct({
    /** Of unit length. */
    axis: struct(axis),
    speed: f32.unit("rad/s"),
    locked: bool,
    mode: oneOf("free", "driven"),
    label: string,
  }).default({ axis: { z: 2 }, speed: 3 }),
  drag: optional(struct({ linear: f32.default(0.1), offset: vec3, angular: optional(f32) })),
}) {}
