// What is to be drawn: seen from the Sun, from high above the Earth's orbit.
import { toEcliptic } from "../physics/ecliptic.js";
import { orbitOf, seenFrom, type State } from "../physics/kepler.js";
import { dot, type Vector } from "../physics/vector.js";
import type { Outcome, Setting } from "../program/simulation.js";
import type { Population } from "../sky/asteroids.js";

/** A planet: where it is, the way it came, and the whole round of which that is a part. */
export interface Planet {
  readonly name: string;
  readonly place: Vector;
  readonly distance: number;
  readonly track: readonly Vector[];
  readonly orbit: readonly Vector[];
}

/** The places of all asteroids of one kind. */
export interface Cloud {
  readonly population: Population;
  readonly places: readonly Vector[];
}

/** The whole solar system at the end of a run; places are in AU. */
export interface Scene {
  readonly planets: readonly Planet[];
  readonly clouds: readonly Cloud[];
}

/** How many days of a track are drawn, and how many points an orbit has. */
const trackDays = 366;
const orbitPoints = 180;

/** Makes a scene of what a run gave. */
export function sceneOf(setting: Setting, outcome: Outcome): Scene {
  const { history, asteroids } = outcome;
  const last = history.slice(-trackDays - 1);
  const [sun] = history[history.length - 1];
  const planets = setting.bodies
    .slice(1)
    .map(({ name }, index) => planetOf(name, index + 1, last, setting.bodies[0].gm));
  const populations = [...new Set(setting.asteroids.map(({ population }) => population))];
  const clouds = populations.map((population) => ({
    population,
    places: asteroids
      .filter((_, index) => setting.asteroids[index].population === population)
      .map((state) => above(seenFrom(sun, state))),
  }));
  return { planets, clouds };
}

function planetOf(name: string, index: number, history: readonly (readonly State[])[], gm: number): Planet {
  const states = history.map((day) => seenFrom(day[0], day[index]));
  const now = states[states.length - 1];
  return {
    name,
    place: above(now),
    distance: Math.sqrt(dot(now.place, now.place)),
    track: states.map(above),
    orbit: (orbitOf(now, gm, orbitPoints) ?? []).map(toEcliptic),
  };
}

function above({ place }: State): Vector {
  return toEcliptic(place);
}
