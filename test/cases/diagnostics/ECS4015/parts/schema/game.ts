import { component, f32, list, map, object, resource, union, vec2 } from "ecsgen/schema";

export class Bag extends component({
  items: list(f32),
  prices: map(f32),
  shape: union({ round: { radius: f32 }, none: {} }),
  handle: object<object>(),
}) {}
export class Shop extends resource({
  items: list(f32),
  prices: map(f32),
  at: vec2,
  from: vec2,
  all: list(list(f32)),
  handle: object<object>(),
}) {}
