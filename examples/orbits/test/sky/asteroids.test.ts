import { AstroTime } from "astronomy-engine";
import { describe, expect, it } from "vitest";
import { toEcliptic } from "../../physics/ecliptic.js";
import { seenFrom, type State } from "../../physics/kepler.js";
import { dot } from "../../physics/vector.js";
import { scatter, type Asteroid, type Population } from "../../sky/asteroids.js";
import { ephemeris } from "../../sky/ephemeris.js";

const bodies = ephemeris(new AstroTime(new Date("2026-01-01")));
const [sun] = bodies;
const jupiter = bodies[5];
const all = scatter(4000, 1, bodies);

function members(population: Population): State[] {
  return all.filter((asteroid) => asteroid.population === population).map((asteroid) => seenFrom(sun, asteroid));
}

function axis({ place, velocity }: State): number {
  return 1 / (2 / Math.sqrt(dot(place, place)) - dot(velocity, velocity) / sun.gm);
}

function longitude({ place }: State): number {
  const { x, y } = toEcliptic(place);
  return Math.atan2(y, x) / (Math.PI / 180);
}

/** From −180 to 180 degrees. */
function aheadOfJupiter(state: State): number {
  return ((longitude(state) - longitude(seenFrom(sun, jupiter)) + 540) % 360) - 180;
}

describe("asteroids", () => {
  it("are the same for the same seed, and others for another", () => {
    expect(scatter(50, 1, bodies)).toEqual(scatter(50, 1, bodies));
    expect(scatter(50, 2, bodies)[0].place).not.toEqual(scatter(50, 1, bodies)[0].place);
  });

  it("have names of their own", () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it.each([0, 1, 2, 10, 999])("are as many as asked for: %i", (count) => {
    const made: Asteroid[] = scatter(count, 3, bodies);
    expect(made).toHaveLength(count);
    expect(made.filter(({ population }) => population === "belt").length).toBeCloseTo(0.78 * count, -1);
  });

  it("all go around the Sun", () => {
    for (const asteroid of all) expect(axis(seenFrom(sun, asteroid))).toBeGreaterThan(0.8);
  });

  it("of the belt leave gaps where Jupiter does", () => {
    const axes = members("belt").map(axis);
    const between = (low: number, high: number): number => axes.filter((a) => a > low && a < high).length;
    expect(Math.min(...axes)).toBeGreaterThan(2);
    expect(Math.max(...axes)).toBeLessThan(3.3);
    expect(between(2.48, 2.52)).toBe(0);
    expect(between(2.4, 2.44)).toBeGreaterThan(20);
    expect(between(2.815, 2.835)).toBe(0);
  });

  it("of Hilda's kind are in step with Jupiter, and never near it", () => {
    const hildas = members("hilda");
    for (const hilda of hildas) expect(axis(hilda)).toBeCloseTo(3.97, 0);
    const near = hildas.filter((hilda) => Math.abs(aheadOfJupiter(hilda)) < 20);
    const distances = near.map(({ place }) => Math.sqrt(dot(place, place)));
    expect(near.length).toBeGreaterThan(5);
    expect(Math.max(...distances)).toBeLessThan(3.9);
  });

  it("of the Trojans stand a sixth of a round ahead of Jupiter, or behind", () => {
    const angles = members("trojan").map(aheadOfJupiter);
    const near = (angle: number): number => angles.filter((a) => Math.abs(a - angle) < 45).length;
    expect(near(60) + near(-60)).toBeGreaterThan(0.98 * angles.length);
    expect(near(60)).toBeGreaterThan(near(-60));
    expect(near(-60)).toBeGreaterThan(0.25 * angles.length);
  });

  it("that cross come to the ways of the planets", () => {
    const crossers = members("crosser");
    const inside = crossers.filter(({ place }) => Math.sqrt(dot(place, place)) < 1.7);
    expect(inside.length).toBeGreaterThan(0.1 * crossers.length);
  });
});
