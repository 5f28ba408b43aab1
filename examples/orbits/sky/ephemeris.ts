// What astronomy-engine knows: when, who, how heavy, where.
import { AstroTime, BaryState, Body, MassProduct } from "astronomy-engine";
import type { Vector } from "../physics/vector.js";

/** A body of the ephemeris. The axes are those of the equator of J2000, the origin is the centre of mass of all. */
export interface Celestial {
  readonly name: string;
  /** Its mass times the constant of gravity, in AU³ per day², as the package has it from JPL's DE405. */
  readonly gm: number;
  /** In AU. */
  readonly place: Vector;
  /** In AU per day. */
  readonly velocity: Vector;
}

/** Who attracts all others. The Earth and the Moon are one body at their common centre of mass. */
const attracting: readonly (readonly [name: string, body: Body])[] = [
  ["Sun", Body.Sun],
  ["Mercury", Body.Mercury],
  ["Venus", Body.Venus],
  ["Earth", Body.EMB],
  ["Mars", Body.Mars],
  ["Jupiter", Body.Jupiter],
  ["Saturn", Body.Saturn],
  ["Uranus", Body.Uranus],
  ["Neptune", Body.Neptune],
];

/** The Sun and the planets at a time, the Sun first. */
export function ephemeris(time: AstroTime): Celestial[] {
  return attracting.map(([name, body]) => {
    const { x, y, z, vx, vy, vz } = BaryState(body, time);
    return { name, gm: MassProduct(body), place: { x, y, z }, velocity: { x: vx, y: vy, z: vz } };
  });
}

/** The time some days after another, in days of equal length as the laws of motion want them. */
export function daysAfter(time: AstroTime, days: number): AstroTime {
  return AstroTime.FromTerrestrialTime(time.tt + days);
}
