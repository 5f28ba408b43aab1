import { describe, expect, it } from "vitest";
import { dot, shifted } from "../../physics/vector.js";
import * as euler from "../../systems/euler/integration.js";
import * as leapfrog from "../../systems/leapfrog/integration.js";
import * as rk4 from "../../systems/rk4/integration.js";
import { bodyAndPebble, offAfter, period, run, twoBodies, type Body, type Integrator } from "../support/two-bodies.js";

const modules: readonly { name: string; integrator: Integrator; order: number; steps: number }[] = [
  { name: "euler", integrator: euler, order: 1, steps: 20_000 },
  { name: "leapfrog", integrator: leapfrog, order: 2, steps: 400 },
  { name: "rk4", integrator: rk4, order: 4, steps: 100 },
];

const span = period / 3;

function offWith(integrator: Integrator, bodies: [Body, Body], steps: number): number {
  run(integrator, bodies, span / steps, steps);
  return offAfter(span, bodies);
}

describe.each(modules)("$name", ({ integrator, order, steps }) => {
  it.each([
    { what: "bodies that attract each other", make: twoBodies },
    { what: "a body that attracts nobody", make: bodyAndPebble },
  ])("comes nearer to the solution with its order, for $what", ({ make }) => {
    const coarse = offWith(integrator, make(), steps);
    const fine = offWith(integrator, make(), 2 * steps);
    expect(coarse).toBeLessThan(1e-2);
    expect(Math.log2(coarse / fine)).toBeGreaterThan(order - 0.15);
    expect(Math.log2(coarse / fine)).toBeLessThan(order + 0.15);
  });

  it("leaves the centre of mass where it is", () => {
    const [first, second] = twoBodies();
    run(integrator, [first, second], 0.01, 300);
    const centre = shifted(shifted({ x: 0, y: 0, z: 0 }, first.position, 0.8), second.position, 0.2);
    expect(Math.sqrt(dot(centre, centre))).toBeLessThan(1e-12);
  });

  it("moves a body without a mass as if it were alone with those that have one", () => {
    const [sun, pebble] = bodyAndPebble();
    const alone = bodyAndPebble();
    const other = { position: { x: 0.5, y: 0.5, z: 0 }, velocity: { x: -0.9, y: 0.9, z: 0 } };
    run(integrator, [sun, other, pebble], 0.01, 100);
    run(integrator, alone, 0.01, 100);
    expect(pebble).toEqual(alone[1]);
  });
});

describe("a single step", () => {
  const time = { delta: 0.5, elapsed: 0, tick: 0 };
  const field = { count: 1, gm: [2], x: [0], y: [0], z: [0] };

  it("of euler goes straight on, and turns by the pull at the start", () => {
    const position = { x: 1, y: 0, z: 0 };
    const velocity = { x: 0, y: 1, z: 0 };
    euler.move(position, velocity, field, time);
    expect(position).toEqual({ x: 1, y: 0.5, z: 0 });
    expect(velocity).toEqual({ x: -1, y: 1, z: 0 });
  });

  it("of leapfrog turns in the middle", () => {
    const position = { x: 1, y: 0, z: 0 };
    const velocity = { x: 4, y: 0, z: 0 };
    leapfrog.move(position, velocity, field, time);
    expect(velocity).toEqual({ x: 4 - 0.25, y: 0, z: 0 });
    expect(position).toEqual({ x: 2 + 0.25 * 3.75, y: 0, z: 0 });
  });

  it("never lets a body pull at itself", () => {
    for (const { integrator } of modules) {
      const bodies = [{ position: { x: 1, y: 2, z: 3 }, velocity: { x: 1, y: 0, z: 0 }, mass: { gm: 5, slot: 0 } }];
      run(integrator, bodies, 0.5, 2);
      expect(bodies[0].position).toEqual({ x: 2, y: 2, z: 3 });
      expect(bodies[0].velocity).toEqual({ x: 1, y: 0, z: 0 });
    }
  });
});
