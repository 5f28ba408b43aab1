import { component, f32, i64, u8 } from "ecsgen/schema";

export class Health extends component({
  now: u8.default(300),
  half: u8.default(0.5),
  big: i64.default(1),
  text: f32.default("1"),
  outside: f32.range(0, 1).default(2),
}) {}
