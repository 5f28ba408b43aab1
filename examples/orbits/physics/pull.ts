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

/**
 * Adds to a velocity, in AU per day, what all points of a stage but the body's own do to it in `time` days: Newton's law.
 * The whole simulation waits for this function, so it is one loop over plain numbers that makes no object.
 */
export function accelerate(
  velocity: Vector,
  points: Points,
  stage: number,
  at: Readonly<Vector>,
  slot: number,
  time: number,
): void {
  const { count, gm, x, y, z } = points;
  const { x: atX, y: atY, z: atZ } = at;
  const first = stage * count;
  let ax = 0;
  let ay = 0;
  let az = 0;
  for (let i = 0; i < count; i++) {
    if (i === slot) continue;
    const dx = x[first + i] - atX;
    const dy = y[first + i] - atY;
    const dz = z[first + i] - atZ;
    const squared = dx * dx + dy * dy + dz * dz;
    const strength = gm[i] / (squared * Math.sqrt(squared));
    ax += dx * strength;
    ay += dy * strength;
    az += dz * strength;
  }
  velocity.x += ax * time;
  velocity.y += ay * time;
  velocity.z += az * time;
}

/** The acceleration of a body by all points of a stage but its own, in AU per day squared. */
export function pull(points: Points, stage: number, at: Readonly<Vector>, slot: number): Vector {
  const acceleration = { x: 0, y: 0, z: 0 };
  accelerate(acceleration, points, stage, at, slot, 1);
  return acceleration;
}
