import type { Entity } from "ecsgen/schema";
import type { Masses, Position, Time, Velocity } from "../schema/gravity.js";

/** The attracting body that came closest during a step, how close in AU, and on which day. */
export interface Meeting {
  body: Entity;
  distance: number;
  day: number;
}

/**
 * Whom a body came closest to since the last step. Both are taken to have moved straight on with the velocity of now,
 * which for a step of a day and a distance of 0.1 AU is good to some 1e-4 AU.
 */
export function nearest(
  { x, y, z }: Readonly<Position>,
  velocity: Readonly<Velocity>,
  masses: Readonly<Masses>,
  time: Readonly<Time>,
): Meeting {
  const { x: vx, y: vy, z: vz } = velocity;
  const meeting = { slot: 0, squared: Infinity, ago: 0 };
  for (let slot = 0; slot < masses.count; slot++) {
    const dx = masses.x[slot] - x;
    const dy = masses.y[slot] - y;
    const dz = masses.z[slot] - z;
    const wx = masses.vx[slot] - vx;
    const wy = masses.vy[slot] - vy;
    const wz = masses.vz[slot] - vz;
    const ago = sinceClosest(dx * wx + dy * wy + dz * wz, wx * wx + wy * wy + wz * wz, time.delta);
    const squared = (dx - wx * ago) ** 2 + (dy - wy * ago) ** 2 + (dz - wz * ago) ** 2;
    if (squared >= meeting.squared) continue;
    meeting.slot = slot;
    meeting.squared = squared;
    meeting.ago = ago;
  }
  return {
    body: masses.body[meeting.slot],
    distance: Math.sqrt(meeting.squared),
    day: time.elapsed + time.delta - meeting.ago,
  };
}

/** How long ago two bodies were closest, at most a step. */
function sinceClosest(parting: number, squaredSpeed: number, delta: number): number {
  return squaredSpeed > 0 ? Math.min(Math.max(parting / squaredSpeed, 0), delta) : 0;
}
