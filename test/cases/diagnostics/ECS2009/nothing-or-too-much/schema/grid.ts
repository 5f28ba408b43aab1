import { component, f32, struct, union, vector } from "ecsgen/schema";

export class Grid extends component({
  cells: vector(f32, 10_000),
  nothing: struct({}),
  none: union({}),
  parts: vector(f32, []),
}) {}
