import { describe, expect, it } from "vitest";
import { announcement, report, type Findings } from "../../program/report.js";
import type { CloseApproach, Setting } from "../../program/simulation.js";
import type { Asteroid } from "../../sky/asteroids.js";
import type { Celestial } from "../../sky/ephemeris.js";

const still = { place: { x: 0, y: 0, z: 0 }, velocity: { x: 0, y: 0, z: 0 } };
const bodies: Celestial[] = ["Sun", "Mars"].map((name) => ({ name, gm: 1, ...still }));
const asteroids: Asteroid[] = [{ name: "belt 00001", population: "belt", ...still }];
const setting: Setting = { bodies, asteroids, days: 100, stepsPerDay: 24 };

function approach(distance: number): CloseApproach {
  return { asteroid: "belt 00001", body: "Mars", distance, day: 3.5 };
}

function findings(approaches: readonly CloseApproach[], unfinished = 0): Findings {
  return {
    setting,
    outcome: {
      history: [],
      asteroids: [],
      approaches,
      unfinished,
      vicinity: 0.1,
      energy: { worst: 2.04e-9, end: -1e-10 },
      shadowEnergy: { worst: 1.3e-14, end: 2e-16 },
    },
    planets: [{ name: "Mars", off: 2.8e-5 }],
    asteroids: [{ name: "belt", off: 1.6e-7 }],
    seconds: 0.5,
    dateOf: (day) => `day ${Math.floor(day)}`,
  };
}

describe("the report", () => {
  it("says how far bodies are off, how the energy was kept, and how fast it was", () => {
    expect(report(findings([])).split("\n")).toEqual([
      "Off from the ephemeris of astronomy-engine, relative to the distance from the Sun",
      "  Mars      2.8e-5",
      "",
      "Asteroids off from astronomy-engine's gravity simulator, the worst of some",
      "  belt      1.6e-7",
      "",
      "Energy that came or went, relative to all",
      "  as it is                  2.0e-9 at worst, 1.0e-10 at the end",
      "  as the leapfrog keeps it  1.3e-14 at worst, 2.0e-16 at the end",
      "",
      "Close approaches, nearer than 0.1 AU: 0",
      "",
      "Speed",
      "  0.01 million steps of a body per second: 0.01 million in 0.5 s",
      "",
    ]);
  });

  it("names the closest approaches, and counts all", () => {
    const text = report(findings([0.07, 0.02, 0.09, 0.05, 0.04, 0.03].map(approach), 2));
    expect(text).toContain("Close approaches, nearer than 0.1 AU: 6, and 2 under way at the end; the closest 5\n");
    expect(text).toContain("  day 3  belt 00001    Mars      0.0200 AU\n  day 3  belt 00001    Mars      0.0300 AU\n");
    expect(text).not.toContain("0.0900");
  });

  it("is announced", () => {
    const dateOf = (day: number): string => `day ${day}`;
    expect(announcement(setting, 1, dateOf)).toBe(
      "2 attracting bodies and 1 asteroids, from day 0 to day 100 in steps of 1 h\n",
    );
  });
});
