// Whatever happens to a save, loading it ends in an `EcsError` or in the same world, and never half-way.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EcsError, type World } from "ecsgen/runtime";
import * as kit from "../kit/generated/index.js";

function sample(): kit.World {
  const world = kit.createWorld();
  const [first = kit.NO_ENTITY] = world.spawnMany(3, { position: { x: 1 }, numbers: { i64: -5n, mood: "sad" } });
  world.spawn({
    label: { text: "é", words: ["a"], scores: new Map([["b", 2]]) },
    burning: { from: first },
    paused: true,
  });
  world.despawn(world.spawn());
  world.pool(kit.Screen).create({ title: "main" });
  world.step(1);
  return world;
}

function outcome(world: World, bytes: Uint8Array): string {
  try {
    world.state.load(bytes);
    return "loaded";
  } catch (error) {
    if (error instanceof EcsError) return error.code;
    throw error;
  }
}

describe("a damaged binary save", () => {
  const saved = sample().state.save("binary");

  it("is refused at every length that it may be cut to", () => {
    const world = sample();
    const before = world.state.save("binary");
    for (let length = 0; length < saved.length; length++) {
      expect(outcome(world, saved.subarray(0, length))).toBe("SaveCorrupt");
    }
    expect(world.state.save("binary")).toEqual(before);
  });

  it("is refused for every byte that is another one", () => {
    const world = sample();
    const before = world.state.save("binary");
    for (let at = 0; at < saved.length; at++) {
      const damaged = saved.slice();
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
      expect(outcome(world, damaged)).toMatch(/^Save(?:Corrupt|Incompatible)$/);
    }
    expect(world.state.save("binary")).toEqual(before);
  });

  it("is refused with bytes put in anywhere", () => {
    const world = sample();
    fc.assert(
      fc.property(fc.nat(saved.length), fc.uint8Array({ minLength: 1, maxLength: 9 }), (at, more) => {
        const damaged = Uint8Array.of(...saved.subarray(0, at), ...more, ...saved.subarray(at));
        expect(outcome(world, damaged)).toMatch(/^Save(?:Corrupt|Incompatible)$/);
      }),
    );
  });
});

describe("a damaged text", () => {
  const saved = sample().state.save("json");

  it("is refused, or says another world that is whole", () => {
    fc.assert(
      fc.property(fc.nat(saved.length - 1), fc.nat(255), (at, byte) => {
        const world = sample();
        const before = world.state.save("binary");
        const damaged = saved.slice();
        damaged[at] = byte;
        const end = outcome(world, damaged);
        if (end !== "loaded") expect(world.state.save("binary")).toEqual(before);
        expect(world.validate().filter(({ kind }) => kind !== "reference")).toEqual([]);
      }),
    );
  });
});
