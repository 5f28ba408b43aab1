import type { Position, Velocity } from "../../schema/bastion.js";

/** How far two places are apart, in metres. */
export function distance(from: Readonly<Position>, to: Readonly<Position>): number {
  const x = to.x - from.x;
  const y = to.y - from.y;
  return Math.sqrt(x * x + y * y);
}

/** Turns towards another place, with a speed in metres per second. */
export function head(velocity: Velocity, from: Readonly<Position>, to: Readonly<Position>, speed: number): void {
  const left = distance(from, to);
  velocity.x = (speed * (to.x - from.x)) / left;
  velocity.y = (speed * (to.y - from.y)) / left;
}
