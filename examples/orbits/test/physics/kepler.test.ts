import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toEcliptic, toEquator } from "../../physics/ecliptic.js";
import { orbitOf, seenFrom, stateOf, type State } from "../../physics/kepler.js";
import { dot, shifted, type Vector } from "../../physics/vector.js";

const angle = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true });
const elements = fc.record({
  axis: fc.double({ min: 0.1, max: 40, noNaN: true }),
  eccentricity: fc.double({ min: 0.001, max: 0.9, noNaN: true }),
  inclination: fc.double({ min: 0, max: 3, noNaN: true }),
  node: angle,
  periapsis: angle,
  anomaly: angle,
});
const gm = 3e-4;

function length(vector: Vector): number {
  return Math.sqrt(dot(vector, vector));
}

function axisOf({ place, velocity }: State): number {
  return 1 / (2 / length(place) - dot(velocity, velocity) / gm);
}

describe("stateOf", () => {
  it("gives the energy of the axis, and a distance that the orbit has", () => {
    fc.assert(
      fc.property(elements, (orbit) => {
        const state = stateOf(orbit, gm);
        expect(axisOf(state) / orbit.axis).toBeCloseTo(1, 8);
        expect(length(state.place)).toBeGreaterThan(orbit.axis * (1 - orbit.eccentricity) * (1 - 1e-9));
        expect(length(state.place)).toBeLessThan(orbit.axis * (1 + orbit.eccentricity) * (1 + 1e-9));
      }),
    );
  });

  it("moves as its velocity says", () => {
    fc.assert(
      fc.property(elements, (orbit) => {
        const days = 1e-4 * Math.sqrt(orbit.axis ** 3 / gm) * (1 - orbit.eccentricity) ** 2;
        const later = (time: number): State =>
          stateOf({ ...orbit, anomaly: orbit.anomaly + time * Math.sqrt(gm / orbit.axis ** 3) }, gm);
        const moved = shifted(later(days).place, later(-days).place, -1);
        const expected = later(0).velocity;
        expect(length(shifted(moved, expected, -2 * days))).toBeLessThan(1e-5 * length(moved));
      }),
    );
  });

  it("rises above the plane where the node is", () => {
    const state = stateOf({ axis: 2, eccentricity: 0, inclination: 0.5, node: 1, periapsis: 0, anomaly: 0 }, gm);
    expect(state.place.x).toBeCloseTo(2 * Math.cos(1), 12);
    expect(state.place.y).toBeCloseTo(2 * Math.sin(1), 12);
    expect(state.place.z).toBeCloseTo(0, 12);
    expect(state.velocity.z).toBeGreaterThan(0);
  });
});

describe("orbitOf", () => {
  it("finds the line on which a body is at any time", () => {
    fc.assert(
      fc.property(elements, angle, (orbit, anomaly) => {
        const line = orbitOf(stateOf(orbit, gm), gm, 2000) ?? [];
        const { place } = stateOf({ ...orbit, anomaly }, gm);
        const off = Math.min(...line.map((point) => length(shifted(point, place, -1))));
        expect(off).toBeLessThan(orbit.axis * 4e-3);
      }),
      { numRuns: 30 },
    );
  });

  it("gives nothing for a body that leaves for ever", () => {
    expect(orbitOf({ place: { x: 1, y: 0, z: 0 }, velocity: { x: 0, y: 1, z: 0 } }, gm, 10)).toBeUndefined();
  });
});

describe("axes", () => {
  it("are turned there and back", () => {
    const vector = { x: 1, y: 2, z: 3 };
    const back = toEquator(toEcliptic(vector));
    expect(length(shifted(back, vector, -1))).toBeLessThan(1e-15 * 10);
    expect(toEquator({ x: 0, y: 0, z: 1 }).y).toBeCloseTo(-0.39777716, 8);
  });

  it("are moved to another body", () => {
    const vector = (x: number): Vector => ({ x, y: 2 * x, z: 3 * x });
    const seen = seenFrom({ place: vector(1), velocity: vector(2) }, { place: vector(5), velocity: vector(9) });
    expect(seen).toEqual({ place: vector(4), velocity: vector(7) });
  });
});
