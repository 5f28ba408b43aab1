import type { Entity } from "ecsgen/schema";
import type { Mass, Masses, Position, Velocity } from "../../schema/gravity.js";

export function clear(masses: Masses): void {
  masses.count = 0;
}

export function gather(
  body: Entity,
  position: Readonly<Position>,
  velocity: Readonly<Velocity>,
  mass: Mass,
  masses: Masses,
): void {
  const slot = masses.count++;
  mass.slot = slot;
  masses.body[slot] = body;
  masses.gm[slot] = mass.gm;
  masses.x[slot] = position.x;
  masses.y[slot] = position.y;
  masses.z[slot] = position.z;
  masses.vx[slot] = velocity.x;
  masses.vy[slot] = velocity.y;
  masses.vz[slot] = velocity.z;
}
