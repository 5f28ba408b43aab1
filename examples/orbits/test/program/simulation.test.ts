// The whole program against what astronomy-engine says. What is left after 30 days is the rounding of the start values.
import { AstroTime } from "astronomy-engine";
import { beforeAll, describe, expect, it } from "vitest";
import { compareWithEphemeris, compareWithGravitySimulator, type Difference } from "../../program/comparison.js";
import { simulate, type Outcome, type Setting } from "../../program/simulation.js";
import { scatter } from "../../sky/asteroids.js";
import { daysAfter, ephemeris, type Celestial } from "../../sky/ephemeris.js";

const start = new AstroTime(new Date("2026-01-01"));
const days = 30;
const bodies = ephemeris(start);
const setting: Setting = { bodies, asteroids: scatter(120, 1, bodies), days, stepsPerDay: 24 };

/** About twice what is measured. */
const bounds: Readonly<Record<string, number>> = {
  Mercury: 5e-4,
  Venus: 4e-5,
  Earth: 3e-5,
  Mars: 1e-5,
  Jupiter: 4e-7,
  Saturn: 1.2e-7,
  Uranus: 4e-8,
  Neptune: 4e-8,
};

function run(changed: Partial<Setting>): Outcome {
  return simulate({ ...setting, ...changed }, () => undefined);
}

function offPlanets(outcome: Outcome): Difference[] {
  return compareWithEphemeris(outcome, ephemeris(daysAfter(start, days)));
}

function tooFar(outcome: Outcome): string[] {
  return offPlanets(outcome)
    .filter(({ name, off }) => !(off < bounds[name]))
    .map(({ name }) => name);
}

describe("30 days of the solar system", () => {
  const told: number[] = [];
  let outcome: Outcome;

  beforeAll(() => {
    outcome = simulate(setting, (day) => told.push(day));
  });

  it("tells of every day", () => {
    expect(told).toEqual(Array.from({ length: days }, (_, index) => index + 1));
    expect(outcome.history).toHaveLength(days + 1);
    expect(outcome.history[0]).toEqual(bodies.map(({ place, velocity }) => ({ place, velocity })));
  });

  it("ends with every planet where the ephemeris has it", () => {
    expect(offPlanets(outcome).map(({ name }) => name)).toEqual(Object.keys(bounds));
    expect(tooFar(outcome)).toEqual([]);
  });

  it("ends with asteroids where the gravity simulator has them", () => {
    const differences = compareWithGravitySimulator(start, setting, outcome);
    expect(differences.map(({ name }) => name)).toEqual(["crosser", "belt", "hilda", "trojan"]);
    for (const { off } of differences.slice(1)) expect(off).toBeLessThan(1e-7);
    expect(differences[0].off).toBeLessThan(2e-6);
  });

  it("keeps the energy, and the shadow energy to the last digits", () => {
    expect(outcome.energy.worst).toBeGreaterThan(1e-11);
    expect(outcome.energy.worst).toBeLessThan(1e-8);
    expect(outcome.shadowEnergy.worst).toBeLessThan(1e-13);
  });

  it("gives the same for a quarter of the step", () => {
    const [fine] = [run({ asteroids: [], stepsPerDay: 96 })];
    const [coarse] = [outcome];
    const off = offPlanets(coarse).map(({ off }, index) => off / offPlanets(fine)[index].off);
    for (const ratio of off) expect(ratio).toBeCloseTo(1, 1);
  });

  it("would be noticed if Jupiter did not pull", () => {
    const light = bodies.map((body): Celestial => (body.name === "Jupiter" ? { ...body, gm: 1e-20 } : body));
    expect(tooFar(run({ bodies: light, asteroids: [] }))).toContain("Saturn");
  });
});

describe("asteroids", () => {
  it("that pass each other do not matter to anybody", () => {
    const few = run({ days: 3, asteroids: setting.asteroids.slice(0, 2) });
    const none = run({ days: 3, asteroids: [] });
    expect(few.history).toEqual(none.history);
  });
});
