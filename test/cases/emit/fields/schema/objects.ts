import {
  bytes,
  component,
  f32,
  i64,
  list,
  map,
  object,
  oneOf,
  optional,
  string,
  struct,
  union,
  vec2,
  vec3,
  vector,
  entity,
  u8,
} from "ecsgen/schema";

/** What a renderer keeps for something. */
export interface Handle {
  dispose(): void;
}

/** Text and bytes. */
export class Texts extends component({
  name: string.default("nobody"),
  note: optional(string),
  motto: optional(string.default("onwards")),
  data: bytes,
  key: bytes.default(new Uint8Array([1, 2, 255])),
  blob: optional(bytes),
}) {}

/** Lists and maps of all kinds. */
export class Collections extends component({
  numbers: list(f32),
  bigs: list(i64).default([1n, 2n]),
  words: list(string).default(["a", "b"]),
  moods: list(oneOf("calm", "angry")),
  points: list(vec2).default([
    { x: 1, y: 2 },
    { x: 3, y: 4 },
  ]),
  rows: list(list(u8)),
  parts: list(struct({ name: string, weight: f32.default(1), at: optional(vec3) })),
  friends: list(entity),
  weights: list(vector(f32, 2)),
  buffers: list(bytes),
  maybe: optional(list(string)),
  prices: map(f32),
  stock: map(f32).default(
    new Map([
      ["apple", 3],
      ["pear", 4],
    ]),
  ),
  places: map(struct({ at: vec2, tags: list(string) })),
  index: map(list(string)),
  maybeMap: optional(map(u8)),
}) {}

/** One of several shapes. */
export class Collider extends component({
  shape: union({
    circle: { radius: f32.default(1).range(0, 100).unit("m") },
    box: { half: vec2.default({ x: 1, y: 1 }), corners: list(vec2) },
    hull: { points: list(vec2), label: optional(string) },
    none: {},
  }).default({ kind: "box", half: { x: 2, y: 2 } }),
  fallback: optional(union({ ghost: {}, mesh: { asset: string, morphs: optional(vector(u8, 9)) } })),
  layers: list(union({ solid: { thickness: f32 }, empty: {} })),
}) {}

/** Objects of the host. */
export class Sprite extends component({
  handle: object<Handle>(),
  textures: list(object<Handle>()),
  part: struct({ handle: object<Handle>(), layer: u8 }),
}) {}
