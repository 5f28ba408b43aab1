import {
  component,
  event,
  f32,
  list,
  map,
  relation,
  resource,
  string,
  struct,
  tag,
  toggle,
  vec3,
  vector,
} from "ecsgen/schema";

export class Body extends component({
  at: vec3,
  spin: struct({ axis: vec3, speed: f32 }),
  name: string,
  marks: list(struct({ x: f32 })),
  cells: vector(f32, 4),
  bag: map(f32),
}) {}
export class Speed extends component({ x: f32, y: f32 }) {}
export class Frozen extends tag() {}
export class Lit extends toggle() {}
export class ChildOf extends relation({ since: f32 }) {}
export class Score extends resource({ points: f32, best: f32, names: list(string) }) {}
export class Hit extends event({ force: f32 }) {}
