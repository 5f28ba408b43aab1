import type { Masses, ShadowEnergy, Time } from "../../schema/gravity.js";
import { note } from "../../physics/conserved.js";
import { energyOf } from "../../physics/energy-of.js";
import { placeOf, velocityOf } from "../../physics/masses.js";
import { pull } from "../../physics/pull.js";
import { dot, shifted } from "../../physics/vector.js";

/**
 * The leapfrog solves another problem than it was given, and that one exactly: with V the potential energy, its energy is
 * H + h² (∇V M⁻¹ ∇V / 12 − v V″ v / 24) up to terms of fourth order in the step h
 * (Hairer, Lubich, Wanner: Geometric Numerical Integration, chapter IX).
 */
export function measureShadow(masses: Readonly<Masses>, shadow: ShadowEnergy, time: Readonly<Time>): void {
  const correction = forcesOf(masses) / 12 - stretchOf(masses) / 24;
  note(shadow, energyOf(masses) + time.delta * time.delta * correction);
}

/** ∇V M⁻¹ ∇V: the sum of mass times acceleration squared. */
function forcesOf(masses: Readonly<Masses>): number {
  let forces = 0;
  for (let slot = 0; slot < masses.count; slot++) {
    const acceleration = pull(masses, 0, placeOf(masses, slot), slot);
    forces += masses.gm[slot] * dot(acceleration, acceleration);
  }
  return forces;
}

/** v V″ v: how the potential energy bends along the way that the masses go. */
function stretchOf(masses: Readonly<Masses>): number {
  let stretch = 0;
  for (let i = 0; i < masses.count; i++) {
    for (let j = 0; j < i; j++) {
      const apart = shifted(placeOf(masses, i), placeOf(masses, j), -1);
      const parting = shifted(velocityOf(masses, i), velocityOf(masses, j), -1);
      const squared = dot(apart, apart);
      const along = dot(apart, parting);
      const bend = dot(parting, parting) - (3 * along * along) / squared;
      stretch += (masses.gm[i] * masses.gm[j] * bend) / (squared * Math.sqrt(squared));
    }
  }
  return stretch;
}
