// Generators as resources of a world: where they begin, and that their state goes wherever the world's state goes.
import { describe, expect, it } from "vitest";
import { codeOf } from "../kit/code-of.js";
import { createWorld, Dice, Luck, Wind, type World } from "./kit/generated/index.js";

function started(seed?: number): World {
  const world = createWorld(seed === undefined ? {} : { seed });
  world.spawnMany(20, (i) => ({
    position: { x: i / 100 },
    velocity: { x: 1, y: i },
    luck: {},
    ...(i % 3 === 0 && { frozen: true }),
  }));
  return world;
}

function run(world: World, steps: number): bigint {
  for (let i = 0; i < steps; i++) world.step(0.1);
  return world.state.hash();
}

describe("a generator of a world", () => {
  it("begins at the world's seed, each on a way of its own", () => {
    const [first, again, other] = [createWorld({ seed: 4 }), createWorld({ seed: 4 }), createWorld({ seed: 5 })];
    expect(first.resource(Dice).float()).toBe(again.resource(Dice).float());
    expect(first.resource(Dice).float()).not.toBe(other.resource(Dice).float());
    expect(again.resource(Wind).fork(1).float()).not.toBe(again.resource(Dice).fork(1).float());
    expect(createWorld().state.hash()).toBe(createWorld({ seed: 0 }).state.hash());
    expect(codeOf(() => createWorld({ seed: 0.5 }))).toBe("InvalidArgument");
  });

  it("gives the same run for the same seed, and another one for another", () => {
    expect(run(started(1), 50)).toBe(run(started(1), 50));
    expect(run(started(1), 50)).not.toBe(run(started(2), 50));
  });

  it("counts in the hash of the world", () => {
    const world = createWorld();
    const before = world.state.hash();
    world.resource(Dice).bits();
    expect(world.state.hash()).not.toBe(before);
  });

  it.each(["binary", "json"] as const)("goes on where it was when the world was saved, as %s", (format) => {
    const world = started(3);
    run(world, 20);
    const save = world.state.save(format);
    const expected = run(world, 30);
    const loaded = createWorld({ seed: 99 });
    loaded.state.load(save);
    expect(run(loaded, 30)).toBe(expected);
  });

  it("goes into snapshots and copies", () => {
    const world = started(3);
    run(world, 10);
    world.state.createSnapshot("here");
    const copy = world.copy();
    const expected = run(world, 10);
    expect(run(copy as World, 10)).toBe(expected);
    world.state.restoreSnapshot("here");
    expect(run(world, 10)).toBe(expected);
  });

  it("begins anew when the world does, or when it is inserted", () => {
    const world = started(3);
    const fresh = createWorld({ seed: 3 }).resource(Dice);
    run(world, 10);
    world.reset();
    expect(world.resource(Dice)).toEqual(fresh);
    world.resource(Dice).bits();
    expect(world.resources.insert(Dice)).toEqual(fresh);
    const seeded = world.resources.insert(Dice, { seed: 8 });
    expect(seeded).not.toEqual(fresh);
    const { a, b, c, counter } = seeded;
    expect(world.resources.insert(Dice, { a, b, c, counter })).toEqual(seeded);
  });

  it("forks by entity, whatever was drawn for others", () => {
    const world = started(6);
    world.step(0);
    const bodies = world.query({ all: [Luck] }).entities();
    const expected = bodies.map((body) => world.resource(Dice).fork(1, body).float());
    world.step(0);
    expect(bodies.map((body) => world.get(body, Luck)?.share)).toEqual(expected);
    expect(new Set(expected).size).toBe(20);
  });
});
