import { component, f32, list, optional, struct, union, vector } from "ecsgen/schema";

export class Place extends component({
  a: list(),
  b: optional(),
  c: struct(),
  d: union(),
  e: vector(),
  f: vector(f32),
  g: f32.default(),
  h: f32.range(1),
  i: f32.unit(),
}) {}
