import { component, f32, struct, union, vector } from "ecsgen/schema";

export class Body extends component({
  $mass: f32,
  constructor: f32,
  "two words": f32,
  inner: struct({ toString: f32 }),
  axis: vector(f32, ["x", "x", "1"]),
  shape: union({ circle: { kind: f32 } }),
}) {}
