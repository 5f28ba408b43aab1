// Functions that have no column form: one for every reason that there is.
import { deepest } from "./node_modules/numbers/internal.js";
import type { Query } from "ecsgen/schema";
import * as other from "./other.js";
import twice, { gone } from "./other.js";
import type { Body, Burning, Place, Score, Trail } from "./schema.js";

// Told by syntax alone.

export function apart({ speed = 1, label }: Readonly<Body>, place: Place): void {
  place.x = speed + label.length;
}
export function self(this: void, body: Body): void {
  body.label = typeof this;
}
export function waits(body: Readonly<Body>, score: Score): void {
  const { speed } = body;
  void (async () => {
    score.points = await Promise.resolve(speed);
  })();
}
export function classes(body: Body): void {
  class Counter {
    count = 1;
  }
  body.speed = new Counter().count;
}
export function loads(body: Body): void {
  void import("./other.js");
  body.speed = 1;
}
export function asksWhere(body: Body): void {
  body.label = import.meta.url;
}
export function texts(body: Body): void {
  body.label = "one \
line";
}
export function templates(body: Body): void {
  body.label = `two
lines`;
}
export function namespaces(body: Body): void {
  const entry: import("./other.js").Entry.Inner = { label: "one" };
  body.label = entry.label;
}
export function computesKeys(body: Body): void {
  const named: { ["first"]: number } = { first: 1 };
  body.speed = named.first;
}
export function asksTypes(body: Body): void {
  const speed: typeof body.speed = 1;
  body.speed = speed;
}
export function declaresTypes(body: Body): void {
  type Speed = number;
  const speed: Speed = 1;
  body.speed = speed;
}
export function listed(body: Body): void {
  body.speed = arguments.length;
}
export function strict(body: Body): void {
  "use strict";
  body.speed = 1;
}
export function beforehand(body: Body): void {
  const later = (): number => axis.x;
  const { axis } = body.spin;
  body.speed = later();
}
export function assigns(body: Body, place: Place): void {
  place = { x: 1, y: 2 };
  body.speed = place.x;
}
export function assignsElsewhere(body: Body): void {
  body.speed = 2;
  name = "changed";
}
export function variable(body: Body): void {
  var total = 1;
  body.speed = total;
}
export function uses(body: Body, place: Readonly<Place>): void {
  using handle = open(place.x);
  body.speed = handle.speed;
}
export function deletes(body: Body): void {
  delete body.home;
}

// Told by what names stand for.

const visits = new Map([["here", 1]]);
export function keeps(body: Body): void {
  body.speed = visits.get(body.label) ?? 0;
}
export function wholeModule(body: Body): void {
  body.speed = Object.keys(other).length;
}
export function inside(body: Body): void {
  body.speed = deepest;
}
export function lost(body: Body): void {
  body.speed = gone;
}
export function byDefault(body: Body): void {
  body.speed = twice(body.speed);
}

// Told by what components have.

export function burns(burning: Burning): void {
  burning.heat -= 1;
}
export function burnsAll(fires: Query<{ burning: Burning; place: Readonly<Place> }>): void {
  for (const { burning, place } of fires) {
    burning.heat = place.x;
  }
}
export function logs(place: Place): void {
  console.log(place);
}
export function handsOn(body: Body, place: Place): void {
  move(place, body.speed);
}
function move(place: Place, by: number): void {
  place.x += by;
  console.log(place);
}
export function deepens(body: Body, place: Place): void {
  body.speed = depthOf(place);
}
function depthOf(place: Readonly<Place>): number {
  return place.x > 0 ? depthOf(place) : 1;
}
export function widens(body: Body, place: Place): void {
  body.speed = widthOf(place);
}
function widthOf<P extends Readonly<Place>>(place: P): number {
  return place.x;
}
export function overloads(body: Body, place: Place): void {
  body.speed = sizeOf(place);
}
function sizeOf(place: Readonly<Place>): number;
function sizeOf(place: Readonly<Place>, by: number): number;
function sizeOf(place: Readonly<Place>, by = 1): number {
  return place.x * by;
}
export function writesAll(body: Body): void {
  body.spin = { axis: { x: 1, y: 2, z: 3 }, angle: 1 };
}
export function anyWeight(body: Body): void {
  for (let i = 3; i >= 0; i--) body.weights[i] = i;
}
export function keepsSpin(body: Body): void {
  let spin = body.spin;
  if (body.speed > 1) spin = { axis: { x: 1, y: 2, z: 3 }, angle: 1 };
  body.speed = spin.angle;
}
export function handsHome(body: Body): void {
  const home = body.home;
  body.speed = homeOf(home);
}
function homeOf(home: Readonly<{ x: number }> | undefined): number {
  return home?.x ?? 1;
}
export function takesApart(body: Body): void {
  let { axis, angle } = body.spin;
  angle += axis.x;
  body.speed = angle;
}
export function noSuch(body: Body): void {
  body.speed = body.weights[4] ?? 0;
}
export function captures(body: Body): void {
  [1, 2].forEach((part) => {
    body.speed += part;
  });
}
export function narrows(body: Body, place: Place): void {
  if (body.mood !== "idle") place.x = paceOf(body.mood);
}
function paceOf(mood: "walk" | "run"): number {
  return mood === "walk" ? 1 : 2;
}
export function wordsInPassing(body: Body): void {
  body.label = body.mood = "idle";
}
export function trailInPassing(trail: Trail): void {
  trail.x = 2 * (trail.y = Number.parseInt("0"));
}
export function anyTrail(trail: Trail): void {
  for (let i = 0; i < trail.at.length; i++) trail.at[i] = i;
}
export function calls(body: Readonly<Body>): void {
  body.act();
}
export function goesOn(place: Place, body?: Readonly<Body>): void {
  place.x = body?.label.length ?? 0;
}
export function sameAgain(place: Place): void {
  nudge(place);
}
function nudge(place: Place, other: Place = place): void {
  other.x += place.y;
}

// Told by the queries that it takes.

export function wholeRow(places: Query<{ place: Place }>): void {
  for (const row of places) {
    console.log(row);
  }
}
export function noMember(places: Query<{ place: Place }>): void {
  for (const row of places) {
    row.place.x = row.speed;
  }
}
export function noRows(places: Query<{ place: Place }>): void {
  places.slice().forEach(({ place }) => void (place.x = 1));
}
