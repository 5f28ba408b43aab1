// What the editor says of components while they are typed.
import {
  bool,
  clock,
  component,
  entity,
  f32,
  f64,
  i64,
  list,
  map,
  object,
  oneOf,
  optional,
  quat,
  string,
  struct,
  tag,
  u8,
  union,
  vec3,
  vector,
  type Entity,
} from "ecsgen/schema";

class Position extends component({ x: f32, y: f32 }) {}
class Body extends component({
  mass: f64.default(1).range(0, 1e9).unit("kg"),
  mood: oneOf("idle", "walk", "run"),
  spin: struct({ axis: vec3, speed: f32 }),
  facing: quat,
  inertia: vector(f64, ["xx", "yy", "zz"]),
  weights: vector(f32, 16),
  label: optional(string),
  ticks: i64,
  parent: entity,
  tags: list(string),
  scores: map(u8),
  shape: union({ circle: { radius: f32 }, point: {} }),
  visible: bool.default(true),
  handle: object<{ dispose(): void }>(),
}) {}
class Pinned extends tag() {}
class Time extends clock() {}

export function reads(position: Position, body: Body, time: Readonly<Time>): void {
  position.x += body.mass * time.delta;
  position.z = 1; //~ Property 'z' does not exist on type 'Position'
  position.x = "1"; //~ Type 'string' is not assignable to type 'number'
  time.delta = 2; //~ Cannot assign to 'delta' because it is a read-only property
  body.mood = "walk";
  body.mood = "fly"; //~ Type '"fly"' is not assignable to type '"idle" | "run" | "walk"'
  body.spin.axis.x = 1;
  body.spin.axis.w = 1; //~ Property 'w' does not exist
  body.facing.w = 1;
  body.inertia.yy = 2;
  body.inertia.xy = 2; //~ Property 'xy' does not exist
  body.weights[3] = 1;
  body.weights[3] = true; //~ Type 'boolean' is not assignable to type 'number'
  body.label = undefined;
  body.label.length; //~ 'body.label' is possibly 'undefined'
  body.ticks = 1n;
  body.ticks = 1; //~ Type 'number' is not assignable to type 'bigint'
  const parent: Entity = body.parent;
  body.parent = 5; //~ Type 'number' is not assignable to type 'Entity'
  body.tags.push("a");
  body.tags.push(1); //~ Argument of type 'number' is not assignable to parameter of type 'string'
  body.scores.set("a", 1);
  if (body.shape.kind === "circle") body.shape.radius = 2;
  body.shape.radius; //~ Property 'radius' does not exist
  body.handle?.dispose();
}

/** A marker has no data to write, and no row is one by accident. */
export function marks(pinned: Pinned): void {
  pinned.x = 1; //~ Property 'x' does not exist on type 'Pinned'
}

export class Wrong extends component({
  a: 1, //~ Type 'number' is not assignable to type 'Field<unknown
  b: f32.default("1"), //~ Argument of type 'string' is not assignable to parameter of type 'number'
  c: oneOf(), //~ Expected at least 1 arguments
  d: bool.range(0, 1), //~ Property 'range' does not exist
  e: i64.default(1), //~ Argument of type 'number' is not assignable to parameter of type 'bigint'
  f: f23, //~ Cannot find name 'f23'
}) {}

export class Odd extends component({ x: f32 }, { storage: "heap" }) {} //~ Type '"heap"' is not assignable to type '"sparse" | "table"
