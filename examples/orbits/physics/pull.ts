import type { Vector } from "./vector.js";

/** Attracting points, `count` for each stage; `Field` and `Masses` both are. */
export interface Points {
  readonly count: number;
  readonly gm: readonly number[];
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly z: readonly number[];
}

/** The slot of a body that does not attract. */
export const noSlot = -1;

/** The acceleration of a body by all points of a stage but its own, in AU per day squared: Newton's law. */
export function pull(points: Points, stage: number, { x, y, z }: Readonly<Vector>, slot: number): Vector {
  const first = stage * points.count;
  const acceleration = { x: 0, y: 0, z: 0 };
  for (let i = 0; i < points.count; i++) {
    if (i === slot) continue;
    const dx = points.x[first + i] - x;
    const dy = points.y[first + i] - y;
    const dz = points.z[first + i] - z;
    const squared = dx * dx + dy * dy + dz * dz;
    const strength = points.gm[i] / (squared * Math.sqrt(squared));
    acceleration.x += dx * strength;
    acceleration.y += dy * strength;
    acceleration.z += dz * strength;
  }
  return acceleration;
}
