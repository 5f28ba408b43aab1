// Bodies that hand components and structs to helpers: whatever becomes of each, it must do what the function does.
import type { Body, Other, Settings, Time, Trail } from "../schema/life.js";
import * as geometry from "./geometry.js";
import { area, depth, distance, follow, lengthOf, normalize, shift as moved, vectors } from "./geometry.js";
import { half } from "./numbers.js";

// What is printed.

export function handsSpots(body: Body): void {
  body.x = distance(body.at, body.spin.axis) + lengthOf(body.at) * half;
}
export function handsCommented(body: Body): void {
  body.x = minus(
    body.at, // where it is
    /* not far */ body.y, // behind
  );
  moved(body.at, /* by */ body.spin.axis /* and no more */);
}
export function handsPlain(body: Body, other: Readonly<Other>): void {
  const origin = { x: other.x, y: 1, z: 0 };
  body.x = distance(body.at, origin) - distance(origin, body.at) + distance(origin, { x: 1, y: 2, z: other.y });
}
export function handsToWrite(body: Body, other: Readonly<Other>, time: Readonly<Time>): void {
  moved(body.at, body.spin.axis, time.delta);
  if (other.flag) moved(body.spin.axis, { x: 1, y: other.x, z: 2 });
}
export function handsTwice(body: Body): void {
  moved(body.at, body.at, 3);
  body.x = follow(body.at, body.at);
}
export function handsInOrder(body: Body): void {
  body.x = minus(body.at, (body.at.x = body.y + 1)) + minus(body.at, ++body.at.x);
  let step = 1;
  body.y = minus(body.at, step++) + minus(body.at, step);
}
function minus(spot: Readonly<geometry.Spot>, value: number): number {
  return spot.x - value;
}
export function handsResults(body: Body): void {
  body.x = minus(body.at, follow(body.at, body.spin.axis));
  body.y = minus(body.at, distance(body.at, body.spin.axis));
  body.count = Math.min(lengthOf(body.at), 3) > area(body.at) ? 1 : 2;
}
export function handsAliases(body: Body): void {
  const { at, spin } = body;
  const axis = spin.axis;
  moved(at, axis);
  body.x = turned(spin, axis);
}
function turned(spin: Body["spin"], axis: Readonly<geometry.Spot>): number {
  const inner = spin.axis;
  inner.x += spin.angle;
  return axis.x - inner.y;
}
export function handsDeeper(body: Body): void {
  normalize(body.at);
  normalize(body.spin.axis);
  geometry.shift(body.at, body.at, -half);
  body.y = geometry.vectors === vectors ? 1 : 2;
}
export function handsToMethods(body: Body): void {
  body.x = vectors.dot(body.at, body.spin.axis);
  vectors.flip(body.at);
}
export function handsAll(body: Body, other: Readonly<Other>, time: Readonly<Time>): void {
  steer(body, other, time);
  if (isFar(body, other)) return;
  body.count = 3;
}
function steer(body: Body, { x, flag }: Readonly<Other>, time: Readonly<Time>): void {
  if (flag) return;
  body.x += x * time.delta;
  body.on = body.x > 3;
  body.mood = body.on ? "run" : "idle";
  body.speed = body.y > 0 ? body.x : undefined;
  body.label += "!";
  body.tags.push(body.label);
}
function isFar(body: Readonly<Body>, other: Readonly<Other>): boolean {
  return body.mood === "run" && !body.on && other.flag && (body.speed ?? 1) > other.x && body.label !== "";
}
export function handsWords(body: Body, other: Other): void {
  wake(body, other);
  body.x = paceOf(body) + paceOf(body);
}
function wake(body: Body, other: Other): void {
  if (body.mood === "idle") {
    body.mood = other.flag ? "walk" : "run";
    if (body.mood === "walk") other.x++;
  }
  if (body.mood === "run" && other.mark === "it's") other.mark = "(`${";
  body.y = body.mood === "walk" ? 1 : body.mood === "run" ? 2 : 3;
}
function paceOf(body: Readonly<Body>): number {
  return body.mood === "idle" ? 0 : body.mood === "walk" ? 1 : 2;
}
export function handsToSwitch(body: Body, other: Other): void {
  body.x = stepOf(body) + stepOf(body) + restOf(body, other) + otherThan({ mood: "run" }, body);
  body.y = turnedBy(body, other);
}
function stepOf({ mood }: Readonly<Body>): number {
  switch (mood) {
    case "idle":
      return 0;
    case "walk":
      return 1;
    case "run":
      return 2;
  }
}
function restOf(body: Readonly<Body>, other: Readonly<Other>): number {
  if (body.mood === "walk") return other.x;
  switch (body.mood) {
    case "run":
      return 1;
    case "idle":
      return body.x > 3 ? 5 : 4;
  }
}
function otherThan(one: { readonly mood: string }, body: { readonly mood: string }): number {
  switch (body.mood) {
    case one.mood:
      return 1;
  }
  switch (body.mood) {
    case "walk":
      return 2;
    default:
      return 3;
  }
}
function turnedBy(body: Body, other: Other): number {
  switch (body.mood) {
    case "idle":
      body.mood = "walk";
      break;
    // @ts-expect-error It goes on below.
    case "walk":
      other.x += 1;
    case "run":
      body.mood = "idle";
  }
  switch (body.mood) {
    case "idle":
      return other.x;
    case "walk":
      return 3;
  }
  return 4;
}
export function handsEveryKind(body: Body): void {
  body.x = told(body);
  grown(body, 2n);
  body.target = body.leader ?? targetOf(body);
}
function told(body: Readonly<Body>): number {
  const { mood, shape, note, far } = body;
  const size = shape.kind === "circle" ? shape.radius : shape.width * shape.height;
  return size + (mood === "run" ? 1 : 0) + (note?.length ?? 9) + Number(far ?? 3n) + (body.glow ? 1 : 2) + body.weights[2]!;
}
function grown(body: Body, by: bigint): void {
  body.big += by;
  body.far = body.far === undefined ? undefined : body.far + by;
  body.level ??= body.count;
  body.pace = body.mood;
}
function targetOf({ target }: Readonly<Body>): Body["target"] {
  return target;
}
export function handsWeights(body: Body, other: Readonly<Other>): void {
  body.x = summed(body.weights);
  if (other.flag) raised(body.weights, other.x);
  body.y = summed(body.weights) - body.weights[1]! + heaviest(body);
}
function summed(weights: Body["weights"]): number {
  let total = 0;
  for (let i = 0; i < weights.length; i++) total += weights[i]!;
  return total;
}
function raised(weights: Body["weights"], by: number): void {
  for (let i = 0; i < 4; i++) weights[i]! += by * i;
  weights[0]! *= 2;
}
function heaviest({ weights, count }: Readonly<Pick<Body, "weights" | "count">>): number {
  return Math.max(weights[0]!, weights[3]!) + count;
}
export function handsMaybe(body: Body): void {
  body.x = homeOr(body.home, 7);
  if (body.home !== undefined) settle(body.home);
  body.y = body.home ? homeOr(body.home) : homeOr(undefined);
}
function homeOr(home: Body["home"], otherwise?: number): number {
  return home === undefined ? (otherwise ?? -1) : home.x;
}
function settle(home: { x: number; y: number }): void {
  home.x = home.y + 1;
}
export function handsNumbers(body: Body, other: Readonly<Other>): void {
  body.x = reckoned(body.x, other.x) + reckoned(1, 2);
  body.y = reckoned(body.y, other.scale);
}
function reckoned(one: number, other: number): number {
  return one * 2 - other;
}
export function handsShadows(body: Body): void {
  const row = 3;
  const minus = (value: number): number => value - row;
  body.x = shadowing(body.at, row) + minus(1);
}
function shadowing(spot: Readonly<geometry.Spot>, row: number): number {
  const spotX = spot.y;
  {
    const spot = { x: row };
    return distance({ x: spotX, y: 0, z: 0 }, { ...spot, y: 1, z: 2 }) + lengthOf({ x: 1, y: 2, z: 3 });
  }
}
export function handsEarly(body: Body): void {
  for (let i = 0; i < 3; i++) {
    if (stepped(body, i)) return;
  }
  body.y = -1;
}
const stepped = (body: Body, at: number): boolean => {
  switch (at) {
    case 0:
      if (body.x > 2) return true;
      break;
    case 1:
      body.x += 1;
      return false;
    default:
      for (let i = 0; ; i++) if (i > at) return body.count > i;
  }
  return body.y > 3;
};
export function handsResources(body: Body, _other: Readonly<Other>, _time: Readonly<Time>, settings: Settings): void {
  counted(body.at, settings);
  body.x = settings.limit;
}
function counted(spot: geometry.Spot, settings: Settings): void {
  settings.limit += Math.fround(spot.x) > 0 ? 1 : 2;
  spot.y = settings.gravity;
}
export function handsCalls(body: Body): void {
  body.x = told2(body.at) + told2(body.spin.axis);
}
function told2(spot: Readonly<geometry.Spot>): number {
  return distance(spot, { x: 0, y: 0, z: 0 }) + noted(spot.x);
}
function noted(value: number): number {
  return value > 1 ? value : -value;
}
export function handsDefaults(body: Body): void {
  body.x = within(body.at) + within(body.at, 5) + within(body.at, undefined, -3);
}
function within(spot: Readonly<geometry.Spot>, high = half * 8, low: number = -high): number {
  return Math.max(low, Math.min(spot.x, high));
}
export function handsInValues(body: Body, other: Readonly<Other>): void {
  body.speed = lengthOf(body.at);
  body.level = other.flag ? lengthOf(body.spin.axis) : undefined;
  body.at = { x: lengthOf(body.at), y: minus(body.at, body.at.y), z: other.x };
  body.on = isFar(body, other) || lengthOf(body.at) > 3;
}
export function handsInTemplates(body: Body): void {
  body.label = `${lengthOf(body.at).toFixed(1)}${minus(body.at, 1) > 0 ? "+" : "-"}`.slice(0, 6);
  body.weights[minus(body.at, body.at.x) & 3]! += 1;
}
/** Called with and without its second component. */
export function optionalHanded(body: Body, other?: Readonly<Other>): void {
  body.x = scaleOf(other) * 2;
  if (other === undefined) return;
  body.y = scaleOf(other) + shown(other, body.at);
}
function scaleOf(other: Readonly<Other> | undefined): number {
  if (!other) return -1;
  return other.flag ? other.scale : other.x;
}
function shown(other: Readonly<Other>, spot: geometry.Spot): number {
  spot.x = other.y;
  return other.x;
}
export function trailHanded(trail: Trail, other: Readonly<Other>): void {
  if (other.flag) pushed(trail, other.x);
  if (other.x > 2) moved(trail.at, { x: 1, y: other.y, z: 0 });
  trail.label = lengthOf(trail.at) > 2 ? "far" : trail.label;
}
function pushed(trail: Trail, by: number): void {
  trail.x += by;
  if (by > 1) trail.y = trail.x;
  trail.last = by;
}

// What keeps the form of cursors, and why.

export function handsToLastSwitch(body: Body): void {
  body.x = settled(body);
}
function settled(body: Body): number {
  body.mood = body.mood === "run" ? "idle" : "walk";
  switch (body.mood) {
    case "idle":
      return 1;
    case "walk":
      return 3;
  }
}

export function handsToSwitchInBranch(body: Body): void {
  body.x = settledIn(body);
}
function settledIn(body: Body): number {
  body.mood = body.mood === "run" ? "idle" : "walk";
  if (body.y > 3) {
    switch (body.mood) {
      case "idle":
        return 1;
      case "walk":
        return 3;
    }
    // Nothing else is left.
  } else return 5;
}
export function handsToCallbacks(body: Body): void {
  body.x = [1, 2].reduce((sum, part) => sum + minus(body.at, part), 0);
}
export function handsForever(body: Body): void {
  if (body.small > 300) body.x = depth(body.at);
}
export function handsToKeeper(body: Body): void {
  body.x = kept(body.at).x;
}
function kept(spot: Readonly<geometry.Spot>): Readonly<geometry.Spot> {
  return spot;
}
export function handsToGeneric(body: Body): void {
  body.x = widest(body.at);
}
function widest<S extends Readonly<geometry.Spot>>(spot: S): number {
  return Math.max(spot.x, spot.y);
}
export function handsToOverloads(body: Body): void {
  body.x = either(body.at);
}
function either(spot: Readonly<geometry.Spot>): number;
function either(spot: Readonly<geometry.Spot>, by: number): number;
function either(spot: Readonly<geometry.Spot>, by = 1): number {
  return spot.x * by;
}
export function handsToOwnDefault(body: Body): void {
  body.x = upTo(body.at);
}
const top = 7;
function upTo(spot: Readonly<geometry.Spot>, high = top): number {
  return Math.min(spot.x, high) + top;
}
export function handsSpread(body: Body): void {
  const more = [body.at] as const;
  body.x = lengthOf(...more);
}
export function handsToComparer(body: Body): void {
  body.on = isSame(body.at, body.spin.axis);
}
function isSame(a: Readonly<geometry.Spot>, b: Readonly<geometry.Spot>): boolean {
  return a === b;
}
export function handsWholeOnward(body: Body): void {
  body.x = outer(body.at);
}
function outer(spot: Readonly<geometry.Spot>): number {
  return kept(spot).y;
}
export function handsToOwnType(body: Body): void {
  body.x = reachOf(body.at, { by: body.y });
}
interface Reach {
  readonly by: number;
}
function reachOf(spot: Readonly<geometry.Spot>, { by }: Reach): number {
  return spot.x * by;
}
export function handsToLanguage(body: Body): void {
  body.x = String(body.at).length > 99 ? 1 : 2;
}
