import type { Masses } from "../schema/gravity.js";
import { placeOf, velocityOf } from "./masses.js";
import { dot, shifted } from "./vector.js";

/** Kinetic and potential energy of the masses, times the constant of gravity, in au⁵/d⁴. */
export function energyOf(masses: Readonly<Masses>): number {
  let energy = 0;
  for (let i = 0; i < masses.count; i++) {
    const velocity = velocityOf(masses, i);
    energy += (masses.gm[i] * dot(velocity, velocity)) / 2;
    for (let j = 0; j < i; j++) {
      const apart = shifted(placeOf(masses, i), placeOf(masses, j), -1);
      energy -= (masses.gm[i] * masses.gm[j]) / Math.sqrt(dot(apart, apart));
    }
  }
  return energy;
}
