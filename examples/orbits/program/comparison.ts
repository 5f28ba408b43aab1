// How far the simulation is off from what astronomy-engine says.
import { Body, GravitySimulator, StateVector, type AstroTime } from "astronomy-engine";
import { seenFrom, type State } from "../physics/kepler.js";
import { dot, shifted } from "../physics/vector.js";
import type { Asteroid, Population } from "../sky/asteroids.js";
import { daysAfter, type Celestial } from "../sky/ephemeris.js";
import type { Outcome, Setting } from "./simulation.js";

/** How far a body is off, relative to its distance from the Sun. */
export interface Difference {
  readonly name: string;
  readonly off: number;
}

/** Compares the planets at the end with the ephemeris of that time. */
export function compareWithEphemeris({ history }: Outcome, known: readonly Celestial[]): Difference[] {
  const [knownSun, ...knownPlanets] = known;
  const [sun, ...planets] = history[history.length - 1];
  return knownPlanets.map((planet, index) => ({
    name: planet.name,
    off: difference(seenFrom(sun, planets[index]), seenFrom(knownSun, planet)),
  }));
}

/** How many asteroids of each population are compared, and how many times a day the gravity simulator looks. */
const samples = 4;
const looks = 4;

/**
 * Lets astronomy-engine's own gravity simulator fly some asteroids of each population, among planets that are where the
 * ephemeris has them, and says of each population how far the worst is off.
 */
export function compareWithGravitySimulator(start: AstroTime, setting: Setting, outcome: Outcome): Difference[] {
  const chosen = sampled(setting.asteroids);
  const states = chosen.map((index) => asVector(seenFrom(setting.bodies[0], setting.asteroids[index]), start));
  const flown = fly(states, start, setting.days);
  const [sun] = outcome.history[setting.days];
  const worst = new Map<Population, number>();
  for (const [place, index] of chosen.entries()) {
    const { population } = setting.asteroids[index];
    const off = difference(seenFrom(sun, outcome.asteroids[index]), asState(flown[place]));
    worst.set(population, Math.max(worst.get(population) ?? 0, off));
  }
  return [...worst].map(([name, off]) => ({ name, off }));
}

function fly(states: StateVector[], start: AstroTime, days: number): StateVector[] {
  const simulator = new GravitySimulator(Body.Sun, start, states);
  for (let look = 1; look < days * looks; look++) simulator.Update(daysAfter(start, look / looks));
  return simulator.Update(daysAfter(start, days));
}

/** The indices of a few asteroids of each population, evenly spread. */
function sampled(asteroids: readonly Asteroid[]): number[] {
  const members = new Map<Population, number[]>();
  for (const [index, { population }] of asteroids.entries()) {
    const known = members.get(population);
    if (known === undefined) members.set(population, [index]);
    else known.push(index);
  }
  return [...members.values()].flatMap((indices) =>
    indices.filter((_, place) => place % Math.ceil(indices.length / samples) === 0),
  );
}

function difference(simulated: State, known: State): number {
  const apart = shifted(simulated.place, known.place, -1);
  return Math.sqrt(dot(apart, apart) / dot(known.place, known.place));
}

function asVector({ place, velocity }: State, time: AstroTime): StateVector {
  return new StateVector(place.x, place.y, place.z, velocity.x, velocity.y, velocity.z, time);
}

function asState({ x, y, z, vx, vy, vz }: StateVector): State {
  return { place: { x, y, z }, velocity: { x: vx, y: vy, z: vz } };
}
