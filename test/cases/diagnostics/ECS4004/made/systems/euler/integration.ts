import type { World } from "ecsgen/schema";
import { Velocity as VelocityToken } from "../../generated/components/velocity.js";
import type { Position, Time, Velocity } from "../../schema/motion.js";
import * as shared from "./shared.js";

function makeCounter(): () => number {
  let count = 0;
  return () => count++;
}
function makeScale(by: number): (value: number) => number {
  let factor = by;
  factor *= 2;
  return (value) => value * factor;
}
function* counting(): Generator<number> {
  for (let i = 0; ; i++) yield i;
}
function cursorOf(world: World, type: typeof VelocityToken): { x: number } {
  return world.cursor(type);
}

const next = makeCounter();
const numbers = counting();
const copies = Array.from([1, 2]);
const bare = Object.create(null) as { count: number };
const { inner } = { inner: { count: 0 } };
const chosen = Math.PI > 3 ? { count: 0 } : { count: 1 };
const scale = makeScale(2);
const sorted = [1, 2].toSorted();
const half = 1 / 2;

export function integrate(position: Position, velocity: Readonly<Velocity>, time: Readonly<Time>): void {
  position.x += velocity.x * time.delta * next() * scale(half) + sorted.length + shared.add(1, 2);
  position.y += Number(numbers.next().value);
  copies.push(1);
  bare.count++;
  inner.count = 1;
  chosen.count += 1;
  shared.box.count++;
  globalThis.name = "x";
}

export function reset(world: World): void {
  cursorOf(world, VelocityToken).x = 0;
}
