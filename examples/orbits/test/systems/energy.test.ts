import { describe, expect, it } from "vitest";
import type { Conserved } from "../../physics/conserved.js";
import { measure } from "../../systems/common/energy.js";
import * as euler from "../../systems/euler/integration.js";
import * as leapfrog from "../../systems/leapfrog/integration.js";
import { measureShadow } from "../../systems/leapfrog/symplectic.js";
import * as rk4 from "../../systems/rk4/integration.js";
import { period, run, twoBodies, type Integrator } from "../support/two-bodies.js";

const stepsPerRound = 200;

function fresh(): Conserved {
  return { start: undefined, current: 0, worst: 0 };
}

/** Goes some rounds, and gives back how well both energies were kept. */
function rounds(
  integrator: Integrator,
  count: number,
  steps = stepsPerRound,
): { energy: Conserved; shadow: Conserved } {
  const energy = fresh();
  const shadow = fresh();
  run(integrator, twoBodies(), period / steps, count * steps + 1, (masses, time) => {
    measure(masses, energy);
    measureShadow(masses, shadow, time);
  });
  return { energy, shadow };
}

function drift({ start = NaN, current }: Conserved): number {
  return Math.abs(current / start - 1);
}

describe("the energy", () => {
  it("is that of two bodies, half of which is potential", () => {
    const { energy } = rounds(leapfrog, 0);
    expect(energy.start).toBeCloseTo((-0.8 * 0.2) / 2, 14);
    expect(energy.worst).toBe(0);
  });

  it("grows with euler", () => {
    const { energy } = rounds(euler, 3);
    expect(energy.current / (energy.start ?? NaN)).toBeLessThan(0.9);
  });

  it("swings with leapfrog, and is back after many rounds as after one", () => {
    const one = rounds(leapfrog, 1).energy;
    const many = rounds(leapfrog, 50).energy;
    expect(one.worst).toBeGreaterThan(1e-5);
    expect(many.worst).toBeLessThan(1.01 * one.worst);
  });

  it("drifts with rk4 by the same amount in every round", () => {
    const ten = drift(rounds(rk4, 10).energy);
    const twenty = drift(rounds(rk4, 20).energy);
    expect(ten).toBeGreaterThan(1e-8);
    expect(twenty / ten).toBeGreaterThan(1.9);
    expect(twenty / ten).toBeLessThan(2.1);
  });
});

describe("the shadow energy", () => {
  it("is kept by leapfrog far better than the energy", () => {
    const { energy, shadow } = rounds(leapfrog, 20);
    expect(shadow.worst).toBeLessThan(energy.worst / 100);
  });

  it("is kept to the fourth order of the step, the energy to the second", () => {
    const coarse = rounds(leapfrog, 2, stepsPerRound);
    const fine = rounds(leapfrog, 2, 2 * stepsPerRound);
    expect(Math.log2(coarse.energy.worst / fine.energy.worst)).toBeCloseTo(2, 1);
    expect(Math.log2(coarse.shadow.worst / fine.shadow.worst)).toBeCloseTo(4, 1);
  });

  it("is not what rk4 keeps", () => {
    const { energy, shadow } = rounds(rk4, 2);
    expect(shadow.worst).toBeGreaterThan(100 * energy.worst);
  });
});
