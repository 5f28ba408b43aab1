import { bool, bytes, component, entity, f32, list, map, object, oneOf, string, struct, union, vec2, vector } from "ecsgen/schema";

export class Health extends component({
  a: bool.default(1),
  b: bytes.default(new Uint8Array([300])),
  c: entity.default(1),
  d: list(f32).default(["a"]),
  e: map(f32).default([["a", 1]]),
  f: object<Date>().default({}),
  g: oneOf("calm", "angry").default("mad"),
  h: string.default(7),
  i: struct({ x: f32 }).default({ y: 1 }),
  j: struct({ x: f32 }).default({ x: "1" }),
  k: union({ circle: { radius: f32 } }).default({ kind: "square" }),
  l: union({ circle: { radius: f32 } }).default({ kind: "circle", radius: true }),
  m: vec2.default({ z: 1 }),
  n: vector(f32, 2).default([1, 2, 3]),
}) {}
