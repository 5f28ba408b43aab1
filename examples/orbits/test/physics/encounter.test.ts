import { NO_ENTITY } from "ecsgen/runtime";
import { describe, expect, it } from "vitest";
import { nearest } from "../../physics/encounter.js";
import type { Masses } from "../../schema/gravity.js";

const body = NO_ENTITY;
/** The step that ends on day 10. */
const time = { delta: 1, elapsed: 9, tick: 9 };
const still = { x: 0, y: 0, z: 0 };

function masses(...places: readonly (readonly [x: number, vx: number])[]): Masses {
  const zeros = places.map(() => 0);
  return {
    count: places.length,
    body: places.map(() => body),
    gm: zeros,
    x: places.map(([x]) => x),
    y: zeros,
    z: zeros,
    vx: places.map(([, vx]) => vx),
    vy: zeros,
    vz: zeros,
  };
}

describe("nearest", () => {
  it("finds the closest of all", () => {
    expect(nearest(still, still, masses([3, 0], [-2, 0], [5, 0]), time)).toEqual({ body, distance: 2, day: 10 });
  });

  it("looks back along the step", () => {
    const passed = nearest({ x: 0, y: 3, z: 4 }, { x: 2, y: 0, z: 0 }, masses([-1, 0]), time);
    expect(passed).toEqual({ body, distance: 5, day: 9.5 });
  });

  it("looks back no further than the step", () => {
    expect(nearest(still, { x: 2, y: 0, z: 0 }, masses([-6, 0]), time)).toEqual({ body, distance: 4, day: 9 });
  });

  it("does not look ahead", () => {
    expect(nearest(still, { x: 2, y: 0, z: 0 }, masses([1, 0]), time)).toEqual({ body, distance: 1, day: 10 });
  });
});
