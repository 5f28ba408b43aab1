import type { Difference } from "./comparison.js";
import type { Drift } from "./simulation.js";

/** What is looked at before a run is believed. */
export interface Evidence {
  readonly days: number;
  readonly planets: readonly Difference[];
  readonly asteroids: readonly Difference[];
  readonly energy: Drift;
}

/**
 * How far a body may be off, relative to its distance from the Sun. The rounding of the start values adds up over time:
 * Mercury's to 0.02 in a year when it begins in 1700, to 0.005 today.
 */
const limits = {
  planets: { start: 5e-4, year: 5e-2 },
  asteroids: { start: 1e-4, year: 1e-3 },
};
/** What part of the energy may come or go. */
const energyLimit = 1e-5;

/** Says what is so far off that it cannot be the rounding of the start values: the program must be wrong. */
export function doubts({ days, planets, asteroids, energy }: Evidence): string[] {
  const allowed = ({ start, year }: { start: number; year: number }): number =>
    Math.min(start + (year * days) / 365.25, 1);
  return [
    ...tooFar(planets, allowed(limits.planets)),
    ...tooFar(asteroids, allowed(limits.asteroids)),
    ...(energy.worst <= energyLimit ? [] : [`the energy changed by ${percent(energy.worst)} of itself`]),
  ];
}

/** What is not a number is too far as well. */
function tooFar(differences: readonly Difference[], limit: number): string[] {
  return differences
    .filter(({ off }) => !(off <= limit))
    .map(({ name, off }) => `\`${name}\` is off by ${percent(off)} of its distance, more than ${percent(limit)}`);
}

function percent(part: number): string {
  return `${(100 * part).toPrecision(2)} %`;
}
