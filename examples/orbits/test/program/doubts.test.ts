import { describe, expect, it } from "vitest";
import { doubts, type Evidence } from "../../program/doubts.js";

/** What a run of a year gives. */
const good: Evidence = {
  days: 365,
  planets: [
    { name: "Mercury", off: 5e-3 },
    { name: "Earth", off: 6e-4 },
  ],
  asteroids: [{ name: "belt", off: 2e-7 }],
  energy: { worst: 2e-9, end: 1e-10 },
};

describe("doubts", () => {
  it("are none when only the start values were rounded", () => {
    expect(doubts(good)).toEqual([]);
  });

  it("name a planet that is far off", () => {
    const planets = [{ name: "Mars", off: 0.5 }];
    expect(doubts({ ...good, planets })).toEqual(["`Mars` is off by 50 % of its distance, more than 5.0 %"]);
  });

  it("allow less in less time", () => {
    expect(doubts({ ...good, planets: [{ name: "Mercury", off: 1e-2 }] })).toEqual([]);
    expect(doubts({ ...good, days: 30, planets: [{ name: "Mercury", off: 2.3e-4 }] })).toEqual([]);
    expect(doubts({ ...good, days: 30, planets: [{ name: "Mercury", off: 1e-2 }] })).toHaveLength(1);
  });

  it("never allow a body to be as far off as the Sun", () => {
    expect(doubts({ ...good, days: 36_525, planets: [{ name: "Mercury", off: 1.1 }] })).toHaveLength(1);
  });

  it("name asteroids that fly elsewhere", () => {
    expect(doubts({ ...good, asteroids: [{ name: "hilda", off: 0.01 }] })).toHaveLength(1);
  });

  it("see an energy that is not kept, and numbers that are none", () => {
    expect(doubts({ ...good, energy: { worst: 0.3, end: 0 } })).toEqual(["the energy changed by 30 % of itself"]);
    const nothing = { name: "Venus", off: NaN };
    expect(doubts({ ...good, planets: [nothing], energy: { worst: NaN, end: NaN } })).toHaveLength(2);
  });
});
