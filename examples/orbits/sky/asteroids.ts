// Asteroids that do not exist, on orbits as those of real ones are.
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { toEcliptic, toEquator } from "../physics/ecliptic.js";
import { stateOf, type Elements, type State } from "../physics/kepler.js";
import { shifted } from "../physics/vector.js";
import type { Celestial } from "./ephemeris.js";

/**
 * Where an asteroid belongs: across the ways of the inner planets, between Mars and Jupiter, in step with Jupiter further
 * out, or on Jupiter's own orbit.
 */
export type Population = "crosser" | "belt" | "hilda" | "trojan";

/** An asteroid without a mass, in the frame of the ephemeris. */
export interface Asteroid extends State {
  readonly name: string;
  readonly population: Population;
}

/** Gives numbers from 0 to 1, the 1 not included. */
type Random = () => number;

const turn = 2 * Math.PI;
const degree = Math.PI / 180;

/** What part of all asteroids the populations are. */
const shares: readonly (readonly [Population, number])[] = [
  ["crosser", 0.03],
  ["belt", 0.78],
  ["hilda", 0.08],
  ["trojan", 0.11],
];

/** Where Jupiter has emptied the belt: whoever would go around 3, 5/2, 7/3 times while Jupiter does once. In AU. */
const gaps = [
  { middle: 2.502, half: 0.025 },
  { middle: 2.825, half: 0.015 },
  { middle: 2.958, half: 0.012 },
];

/** Makes asteroids around the Sun, the first body of the ephemeris; the same ones for the same seed. */
export function scatter(count: number, seed: number, bodies: readonly Celestial[]): Asteroid[] {
  const generator = xoroshiro128plus(seed);
  const random = (): number => uniformFloat64(generator);
  const [sun] = bodies;
  const longitude = longitudeOf(bodies.find(({ name }) => name === "Jupiter") ?? sun, sun);
  return Array.from({ length: count }, (_, index) => {
    const population = populationOf(index, count);
    const { place, velocity } = stateOf(orbits[population](random, longitude), sun.gm);
    return {
      name: `${population} ${String(index + 1).padStart(5, "0")}`,
      population,
      place: shifted(toEquator(place), sun.place, 1),
      velocity: shifted(toEquator(velocity), sun.velocity, 1),
    };
  });
}

/** The direction in which a body stands from the Sun, on the plane of the Earth's orbit. */
function longitudeOf(body: Celestial, sun: Celestial): number {
  const { x, y } = toEcliptic(shifted(body.place, sun.place, -1));
  return Math.atan2(y, x);
}

/** Deals out the populations in order, by their shares. */
function populationOf(index: number, count: number): Population {
  let before = 0;
  for (const [population, share] of shares) {
    before += share * count;
    if (index + 0.5 < before) return population;
  }
  return "belt";
}

const orbits: Readonly<Record<Population, (random: Random, jupiter: number) => Elements>> = {
  crosser: (random) => {
    const eccentricity = clamp(0.45 + 0.15 * normal(random), 0.1, 0.8);
    return {
      axis: (0.8 + 0.85 * random()) / (1 - eccentricity),
      eccentricity,
      inclination: rayleigh(random, 9 * degree),
      node: random() * turn,
      periapsis: random() * turn,
      anomaly: random() * turn,
    };
  },

  belt: (random) => ({
    axis: beltAxis(random),
    eccentricity: Math.min(rayleigh(random, 0.12), 0.45),
    inclination: rayleigh(random, 6 * degree),
    node: random() * turn,
    periapsis: random() * turn,
    anomaly: random() * turn,
  }),

  /** Three rounds for two of Jupiter's: it passes Jupiter's longitude only when it is nearest to the Sun. */
  hilda: (random, jupiter) => {
    const node = random() * turn;
    const nearest = random() * turn;
    const round = Math.floor(random() * 2) * Math.PI;
    return {
      axis: 3.97 + 0.02 * normal(random),
      eccentricity: clamp(0.2 + 0.05 * normal(random), 0.05, 0.3),
      inclination: rayleigh(random, 5 * degree),
      node,
      periapsis: nearest - node,
      anomaly: (3 * (jupiter - nearest) + 25 * degree * normal(random)) / 2 + round,
    };
  },

  /** A sixth of a round ahead of Jupiter or behind it; there are more of them ahead. */
  trojan: (random, jupiter) => {
    const node = random() * turn;
    const nearest = random() * turn;
    const side = random() < 0.6 ? 60 : -60;
    return {
      axis: 5.204 + 0.04 * normal(random),
      eccentricity: Math.min(rayleigh(random, 0.05), 0.2),
      inclination: rayleigh(random, 9 * degree),
      node,
      periapsis: nearest - node,
      anomaly: jupiter + (side + 9 * normal(random)) * degree - nearest,
    };
  },
};

/** More of them further out, and none in a gap. */
function beltAxis(random: Random): number {
  for (;;) {
    const axis = 2.08 + 1.19 * random() ** 0.7;
    if (gaps.every(({ middle, half }) => Math.abs(axis - middle) > half)) return axis;
  }
}

function normal(random: Random): number {
  return rayleigh(random, 1) * Math.cos(turn * random());
}

function rayleigh(random: Random, scale: number): number {
  return scale * Math.sqrt(-2 * Math.log(1 - random()));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
