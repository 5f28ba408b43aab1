import { bool, component, f32, i64, u8 } from "ecsgen/schema";

export class Health extends component({
  a: u8.range(100, 0),
  b: u8.range(0, 300),
  c: i64.range(0, 1),
  d: bool.range(0, 1),
  e: f32.range("a", "b"),
  f: f32.range(NaN, 1),
}) {}
