// Helpers that bodies hand parts to, and that hand parts on.
import { clamp, half } from "./numbers.js";

/** What helpers are handed: parts of components, or plain objects that look alike. */
export interface Spot {
  x: number;
  y: number;
  z: number;
}
/** Kept by this file. */
interface Box {
  readonly x: number;
  readonly y: number;
}

/** How far two spots are apart. */
export function distance(a: Readonly<Spot>, b: Readonly<Spot>): number {
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  return Math.hypot(dx, dy, a.z - b.z);
}
export const lengthOf = ({ x, y, z }: Readonly<Spot>): number => Math.sqrt(x * x + y * y + z * z);
/** Not exported with its type. */
export const area = (box: Box): number => box.x * box.y;
/** Moves a spot. */
export function shift(spot: Spot, by: Readonly<Spot>, factor = 1): void {
  spot.x += by.x * factor;
  spot.y += by.y * factor;
  spot.z += by.z * factor;
}
/** Changes one, and looks at the other. */
export function follow(leader: Spot, follower: Spot): number {
  leader.x += 1;
  const { x } = follower;
  follower.x = leader.x * 2;
  return x + leader.x;
}
/** Hands its own on. */
export function normalize(spot: Spot): void {
  const length = lengthOf(spot);
  if (length === 0) return;
  scale(spot, 1 / length);
}
function scale(spot: Spot, factor: number): void {
  spot.x *= factor * unit;
  spot.y *= factor * unit;
  spot.z = clamp(spot.z * factor, half);
}
const unit = 2 * 0.5;
/** As methods. */
export const vectors = {
  dot(a: Readonly<Spot>, b: Readonly<Spot>): number {
    return a.x * b.x + a.y * b.y + a.z * b.z;
  },
  flip: (spot: Spot): void => {
    spot.x = -spot.x;
    [spot.y, spot.z] = [spot.z, spot.y];
  },
};
export function depth(spot: Readonly<Spot>): number {
  return spot.x > 1 ? depth({ x: spot.x / 2, y: 0, z: 0 }) : depth(spot);
}
