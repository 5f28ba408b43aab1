import type { Field, Masses } from "../schema/gravity.js";
import type { Vector } from "./vector.js";

/** Where a gathered body is. */
export function placeOf(masses: Readonly<Masses>, slot: number): Vector {
  return { x: masses.x[slot], y: masses.y[slot], z: masses.z[slot] };
}

/** How fast a gathered body moves. */
export function velocityOf(masses: Readonly<Masses>, slot: number): Vector {
  return { x: masses.vx[slot], y: masses.vy[slot], z: masses.vz[slot] };
}

/** Says where one stage of a step sees each of the masses. */
export function see(
  field: Field,
  stage: number,
  masses: Readonly<Masses>,
  where: (place: Vector, velocity: Vector, slot: number) => Vector,
): void {
  field.count = masses.count;
  for (let slot = 0; slot < masses.count; slot++) {
    const { x, y, z } = where(placeOf(masses, slot), velocityOf(masses, slot), slot);
    const index = stage * masses.count + slot;
    field.gm[slot] = masses.gm[slot];
    field.x[index] = x;
    field.y[index] = y;
    field.z[index] = z;
  }
}
