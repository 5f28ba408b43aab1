// Hashes of parts, and the log of hashes that finds where two runs part.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstDifference, type StepHash } from "ecsgen/runtime";
import * as fields from "../../cases/emit/fields/generated/index.js";
import { codeOf } from "../kit/code-of.js";
import * as kit from "../kit/generated/index.js";
import * as related from "../relations/kit/generated/index.js";
import * as game from "../resources/kit/generated/index.js";
import { appOf, play, scripts } from "./worlds.js";

/** Both words are sums of their own. */
function sumOf(hashes: Iterable<bigint>): bigint {
  let [first, second] = [0n, 0n];
  for (const hash of hashes) {
    first = BigInt.asUintN(32, first + hash);
    second = BigInt.asUintN(32, second + (hash >> 32n));
  }
  return (second << 32n) | first;
}

function started(seed = 1): game.World {
  const world = game.createWorld({ seed });
  world.spawnMany(10, (i) => ({ position: { x: i / 100 }, velocity: { y: i }, luck: {} }));
  world.hashes.start();
  return world;
}

function run(world: game.World, steps: number): readonly StepHash[] {
  for (let i = 0; i < steps; i++) world.step(0.1);
  return world.hashes.all();
}

describe("hashes of parts", () => {
  it.each([
    ["every way of storing", appOf(kit)],
    ["every kind of field", appOf(fields)],
    ["every kind of relation", appOf(related)],
  ])("add up to the hash of the world: %s", (_, app) => {
    fc.assert(
      fc.property(scripts(app, 15), (script) => {
        const world = app.make();
        play(script, world);
        const { hash, parts } = world.state.hashes();
        expect(hash).toBe(world.state.hash());
        expect(sumOf(parts.values())).toBe(hash);
      }),
      { numRuns: 40 },
    );
  });

  it("change with what they are of, and with nothing else", () => {
    const world = kit.createWorld();
    const ship = world.spawn({ position: {}, burning: {}, paused: true });
    world.spawn({ position: { x: 4 } });
    const before = world.state.hashes().parts;
    const changed = (): string[] => {
      const now = world.state.hashes().parts;
      return [...new Set([...before.keys(), ...now.keys()])]
        .filter((name) => before.get(name) !== now.get(name))
        .sort();
    };
    world.set(ship, kit.Position, { x: 3 });
    expect(changed()).toEqual(["app.Position"]);
    world.set(ship, kit.Position, { x: 0 });
    world.remove(ship, kit.Burning);
    world.resource(kit.Score).points++;
    expect(changed()).toEqual(["app.Burning", "app.Score"]);
    world.remove(ship, kit.Paused);
    world.spawn();
    expect(changed()).toEqual(["app.Burning", "app.Paused", "app.Score", "entities"]);
  });
});

describe("the log of hashes", () => {
  it("is off until it is asked for, and empty then", () => {
    const world = game.createWorld();
    world.step(0.1);
    expect([world.hashes.on, world.hashes.all()]).toEqual([false, []]);
    world.hashes.start();
    expect([world.hashes.on, world.hashes.all()]).toEqual([true, []]);
  });

  it("keeps the hash behind each step, as text", () => {
    const world = started();
    const [first, second] = run(world, 2);
    expect([first?.tick, second?.tick]).toEqual([1, 2]);
    expect(first?.hash).toMatch(/^[0-9a-f]{16}$/);
    const { hash, parts } = world.state.hashes();
    expect(BigInt(`0x${second?.hash}`)).toBe(hash);
    expect(Object.keys(second?.parts ?? {}).sort()).toEqual([...parts.keys()].sort());
    expect(BigInt(`0x${second?.parts["app.Luck"]}`)).toBe(parts.get("app.Luck"));
    expect(world.hashes.at(2)).toEqual(second);
    expect(world.hashes.at(3)).toBeUndefined();
    expect(JSON.parse(JSON.stringify(world.hashes.all()))).toEqual(world.hashes.all());
  });

  it("keeps the last steps only, and no parts where nobody wants them", () => {
    const world = started();
    world.hashes.start({ steps: 3, parts: false });
    expect(run(world, 10).map(({ tick, parts }) => [tick, parts])).toEqual([8, 9, 10].map((tick) => [tick, {}]));
    world.hashes.stop();
    world.step(0.1);
    expect(world.hashes.all()).toHaveLength(3);
    world.hashes.start({ steps: 0 });
    expect([world.hashes.on, run(world, 1)]).toEqual([false, []]);
    for (const steps of [-1, 0.5, 2 ** 21]) expect(codeOf(() => world.hashes.start({ steps }))).toBe("InvalidArgument");
  });

  it("forgets what comes anew when the world goes back", () => {
    const world = started();
    run(world, 3);
    world.state.createSnapshot("then");
    const [, , , fourth] = run(world, 4);
    world.state.restoreSnapshot("then");
    expect(run(world, 1).map(({ tick }) => tick)).toEqual([1, 2, 3, 4]);
    expect(world.hashes.at(4)).toEqual(fourth);
  });

  it("stands still while time does, and ends with a reset", () => {
    const world = started();
    world.schedule.pause();
    expect(run(world, 2).map(({ tick }) => tick)).toEqual([0]);
    world.reset();
    expect([world.hashes.on, world.hashes.all()]).toEqual([false, []]);
  });
});

describe("the first difference", () => {
  it("is none between runs that are the same, over a save as well", () => {
    const [first, second] = [started(), started()];
    run(first, 5);
    const loaded = game.createWorld();
    loaded.state.load(first.state.save("binary"));
    loaded.hashes.start();
    const expected = run(first, 10);
    expect(firstDifference(run(second, 15), expected)).toBeUndefined();
    expect(run(loaded, 10).map(({ tick }) => tick)).toEqual(expected.slice(5).map(({ tick }) => tick));
    expect(firstDifference(loaded.hashes.all(), expected)).toBeUndefined();
  });

  it("names the tick and what differs", () => {
    const [mine, theirs] = [started(), started()];
    run(mine, 4);
    run(theirs, 4);
    const [body] = theirs.query({ all: [game.Luck] }).entities();
    theirs.resource(game.Score).points++;
    theirs.set(body ?? game.NO_ENTITY, game.Velocity, { x: 0.123 });
    const difference = firstDifference(run(mine, 4), run(theirs, 4));
    expect(difference?.tick).toBe(5);
    expect(difference?.parts).toEqual(expect.arrayContaining(["app.Score", "app.Velocity"]));
    expect(difference?.parts).not.toContain("app.Dice");
  });

  it("looks at what both have kept, in whatever order, with or without parts", () => {
    const hash = (tick: number, text: string, parts = {}): StepHash => ({ tick, hash: text, parts });
    const [a, b] = [hash(1, "a", { x: "1", y: "2" }), hash(1, "b", { x: "1", z: "2" })];
    expect(firstDifference([a], [b])).toEqual({ tick: 1, parts: ["y", "z"] });
    expect(firstDifference([hash(1, "a")], [b])).toEqual({ tick: 1, parts: [] });
    expect(firstDifference([hash(9, "x"), hash(5, "x"), hash(2, "x")], [hash(5, "y"), hash(9, "y")])?.tick).toBe(5);
    expect(firstDifference([hash(1, "a")], [hash(2, "b")])).toBeUndefined();
    expect(firstDifference([], [])).toBeUndefined();
  });
});
