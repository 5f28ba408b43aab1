import {
  component,
  core,
  event,
  f32,
  list,
  object,
  oneOf,
  optional,
  resource,
  string,
  struct,
  vec3,
  vector,
  view,
  type Query,
} from "ecsgen/schema";

export class Place extends component({ x: f32, y: f32 }) {}
export class Body extends component({
  speed: f32,
  mood: oneOf("idle", "walk", "run"),
  home: optional(struct({ x: f32, y: f32 })),
  spin: struct({ axis: vec3, angle: f32 }),
  weights: vector(f32, 4),
  label: string,
  tags: list(string),
  act: object<() => void>(),
}) {}
export class Trail extends component({ x: f32, y: f32, at: vector(f32, 2) }, { tracked: true }) {}
export class Burning extends component({ heat: f32 }, { storage: "sparse" }) {}
export class Score extends resource({ points: f32 }) {}
export class Hit extends event({ amount: f32 }) {}

export interface Limits {
  low: number;
}
export interface Calls {
  chosen(places: Query<{ place: Place }>, limit?: number): void;
  many(places: Query<{ place: Place }>, ...limits: readonly number[]): void;
  surplus(places: Query<{ place: Place }>): void;
  unspoken(places: Query<{ place: Place }>, limits: Limits): void;
}
export const game = core({ features: { calls: view<Calls>() } });
