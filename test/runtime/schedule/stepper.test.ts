import { describe, expect, it } from "vitest";
import type { Clock } from "../../../runtime/resources/resources.js";
import { builtInPhases, partsOf } from "../../../runtime/schedule/phases.js";
import { Stepper } from "../../../runtime/schedule/stepper.js";

const phases = partsOf(builtInPhases);

/** Steps, and gives back what ran of the phases that are looked at, each with what the clock said. */
function record(
  stepper: Stepper,
  clock: Clock = { delta: 0, elapsed: 0, tick: 0 },
  looked: readonly string[] = ["fixedUpdate", "update"],
): (delta: number) => string[] {
  return (delta) => {
    const ran: string[] = [];
    stepper.step(delta, phases, [clock], (phase, passed) => {
      expect(passed).toBe(clock.delta);
      if (looked.includes(phase)) ran.push(`${phase} ${clock.delta} ${clock.elapsed} ${clock.tick}`);
    });
    return ran;
  };
}

function fixedSteps(ran: readonly string[]): number {
  return ran.filter((line) => line.startsWith("fixedUpdate")).length;
}

describe("a step", () => {
  it("runs the fixed updates that are due, then the update, each with its own time", () => {
    const step = record(new Stepper(0.25, 8));
    expect(step(0.6)).toEqual(["fixedUpdate 0.25 0 0", "fixedUpdate 0.25 0.25 1", "update 0.6 0 0"]);
    expect(step(0.1)).toEqual(["update 0.1 0.6 1"]);
    expect(step(0.05)).toEqual(["fixedUpdate 0.25 0.5 2", "update 0.05 0.7 2"]);
  });

  it("runs every phase, those before the fixed update with the time of the step", () => {
    const all = builtInPhases.map(({ name }) => name);
    const step = record(new Stepper(0.25, 8), undefined, all);
    step(0.5);
    expect(step(0.5)).toEqual([
      "preUpdate 0.5 0.5 1",
      "fixedUpdate 0.25 0.5 2",
      "fixedUpdate 0.25 0.75 3",
      ...all.slice(2).map((phase) => `${phase} 0.5 0.5 1`),
    ]);
  });

  it("lets time go on behind everything", () => {
    const clock = { delta: 0, elapsed: 0, tick: 0 };
    record(new Stepper(0.25, 8), clock)(0.5);
    expect(clock).toEqual({ delta: 0.5, elapsed: 0.5, tick: 1 });
  });

  it("may be no time at all", () => {
    expect(record(new Stepper(1, 8))(0)).toEqual(["update 0 0 0"]);
  });

  it.each([-1, NaN, Infinity, -Infinity])("is not %s", (delta) => {
    const step = record(new Stepper(1, 8));
    expect(() => step(delta)).toThrow(expect.objectContaining({ code: "InvalidArgument" }));
    expect(step(1)).toEqual(["fixedUpdate 1 0 0", "update 1 0 0"]);
  });
});

describe("fixed updates", () => {
  it("lose no step to rounding", () => {
    const step = record(new Stepper(0.1, 8));
    const ran = Array.from({ length: 1000 }, () => fixedSteps(step(0.1)));
    expect(ran).toEqual(ran.map(() => 1));
  });

  it("lose none to a division that falls short", () => {
    expect(0.3 / 0.1).toBeLessThan(3);
    const step = record(new Stepper(0.1, 8));
    expect([fixedSteps(step(0.3)), fixedSteps(step(0)), fixedSteps(step(0.1))]).toEqual([3, 0, 1]);
  });

  it("count what time adds up to, whatever the deltas", () => {
    const step = record(new Stepper(1 / 60, 1000));
    let count = 0;
    for (let i = 0; i < 999; i++) count += fixedSteps(step(1 / 144));
    expect(count).toBe(Math.floor((999 / 144) * 60));
  });

  it("catch up to a bound, and forget the whole steps beyond it, but not the rest", () => {
    const step = record(new Stepper(1, 3));
    expect(fixedSteps(step(10.75))).toBe(3);
    expect(fixedSteps(step(0))).toBe(0);
    expect(fixedSteps(step(0.25))).toBe(1);
  });

  it.each([1e20, 1e300, Number.MAX_VALUE])("go on after a step of %s", (delta) => {
    const step = record(new Stepper(1 / 60, 8));
    step(1 / 120);
    expect(fixedSteps(step(delta))).toBe(8);
    expect(fixedSteps(step(1))).toBe(8);
    expect(fixedSteps(step(0.1))).toBeLessThanOrEqual(7);
  });
});

it.each([
  [0, 1],
  [-1, 1],
  [NaN, 1],
  [Infinity, 1],
  [1, 0],
  [1, 1.5],
])("refuses a fixed step of %s and a bound of %s", (fixedStep, bound) => {
  expect(() => new Stepper(fixedStep, bound)).toThrow(expect.objectContaining({ code: "InvalidLayout" }));
});
