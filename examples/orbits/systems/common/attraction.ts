import type { Query } from "ecsgen/schema";
import type { Attracting, Masses } from "../../schema/gravity.js";

export function gather(bodies: Query<Attracting>, masses: Masses): void {
  masses.count = 0;
  for (const { entity, position, velocity, mass } of bodies) {
    const slot = masses.count++;
    mass.slot = slot;
    masses.body[slot] = entity;
    masses.gm[slot] = mass.gm;
    masses.x[slot] = position.x;
    masses.y[slot] = position.y;
    masses.z[slot] = position.z;
    masses.vx[slot] = velocity.x;
    masses.vy[slot] = velocity.y;
    masses.vz[slot] = velocity.z;
  }
}
