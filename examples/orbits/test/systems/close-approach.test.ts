import { describe, expect, it } from "vitest";
import { Approach, createWorld, Encounter, type Entity, type World } from "../../generated/index.js";
import type { Approach as ApproachRow } from "../../generated/events/approach.js";

const still = { x: 0, y: 0, z: 0 };

/** A planet at rest that hardly attracts, and an asteroid that passes it at a distance after 4.25 days. */
function passing(distance: number): { world: World; planet: Entity; asteroid: Entity; approaches: ApproachRow[] } {
  const world = createWorld();
  const planet = world.spawn({ mass: { gm: 1e-12 }, position: still, velocity: still });
  const asteroid = world.spawn({
    asteroid: {},
    position: { x: -0.085, y: distance, z: 0 },
    velocity: { x: 0.02, y: 0, z: 0 },
  });
  const approaches: ApproachRow[] = [];
  world.on(Approach, (approach) => approaches.push(approach));
  return { world, planet, asteroid, approaches };
}

function days(world: World, count: number): void {
  for (let day = 0; day < count; day++) world.step(1);
}

describe("a close approach", () => {
  it("begins when an asteroid is near, and keeps the smallest distance", () => {
    const { world, planet, asteroid, approaches } = passing(0.05);
    days(world, 6);
    const encounter = world.get(asteroid, Encounter);
    expect(encounter?.body).toBe(planet);
    expect(encounter?.distance).toBeCloseTo(0.05, 8);
    expect(encounter?.day).toBeCloseTo(4.25, 6);
    expect(approaches).toEqual([]);
  });

  it("is told of once, when the two have parted", () => {
    const { world, planet, asteroid, approaches } = passing(0.05);
    days(world, 30);
    expect(approaches).toHaveLength(1);
    expect(approaches[0]).toMatchObject({ asteroid, body: planet });
    expect(approaches[0].distance).toBeCloseTo(0.05, 8);
    expect(approaches[0].day).toBeCloseTo(4.25, 6);
    expect(world.has(asteroid, Encounter)).toBe(false);
  });

  it("is none when the asteroid stays away", () => {
    const { world, asteroid, approaches } = passing(0.11);
    days(world, 5);
    expect(world.has(asteroid, Encounter)).toBe(false);
    days(world, 25);
    expect(approaches).toEqual([]);
  });

  it("is not one of two attracting bodies", () => {
    const { world } = passing(0.05);
    world.spawn({ mass: { gm: 1e-12 }, position: { x: 0.01, y: 0, z: 0 }, velocity: still });
    days(world, 1);
    expect(world.query({ all: [Encounter] }).count()).toBe(1);
  });
});
