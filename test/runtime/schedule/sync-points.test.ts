// With sync points only where somebody could see what waits, a world goes the same way as with one behind every line.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BeforeSystemRun } from "ecsgen/runtime";
import { createWorld, Newest, Rules, Seen, type Components, type World } from "./sync-kit/generated/index.js";

/** What is there, whatever the ids. */
function contentOf(world: World): unknown {
  const entities = world.entities.living().map((entity) => {
    const types = world.batches.componentsOf(entity);
    return JSON.stringify(types.map((type) => [type.name, world.get(entity, type)]));
  });
  const newest = world.isAlive(world.resource(Newest).last);
  return { entities: entities.sort(), seen: { ...world.resource(Seen) }, newest };
}

type Line = Parameters<World["schedule"]["disable"]>[0];
const lines: readonly Line[] = [
  "adopt",
  "bear",
  "breed",
  "count",
  "die",
  "freeze",
  "light",
  "starve",
  "stumble",
  "thaw",
];
const value = fc.nat(10).map((value) => ({ value }));
const entity: fc.Arbitrary<Components> = fc.record({ energy: value, age: value }, { requiredKeys: [] });
const script = fc.record({
  given: fc.array(entity, { maxLength: 8 }),
  disabled: fc.subarray([...lines]),
  steps: fc.integer({ min: 1, max: 4 }),
  fails: fc.boolean(),
});

/** While handlers of runs are there, what waits is applied behind every line. */
function worldsOf(given: readonly Components[], disabled: readonly Line[]): readonly World[] {
  const worlds = [createWorld(), createWorld()];
  worlds[1]?.on(BeforeSystemRun, () => undefined);
  for (const world of worlds) {
    for (const each of given) world.spawn(each);
    for (const line of disabled) world.schedule.disable(line);
  }
  return worlds;
}

describe("sync points", () => {
  it("let nobody see a difference, with lines that are not run, and one that throws", () => {
    fc.assert(
      fc.property(script, ({ given, disabled, steps, fails }) => {
        const worlds = worldsOf(given, disabled);
        for (let step = 0; step < steps; step++) {
          for (const world of worlds) world.step(1 / 8);
          const [plain, watched] = worlds.map(contentOf);
          expect(plain).toEqual(watched);
        }
        if (!fails || disabled.includes("stumble")) return;
        for (const world of worlds) {
          world.resource(Rules).fails = true;
          expect(() => world.step(1 / 8)).toThrow("stumbled");
          world.flush();
          expect(world.commands.waiting).toBe(0);
          expect(world.validate()).toEqual([]);
        }
        const [plain, watched] = worlds.map(contentOf);
        expect(plain).toEqual(watched);
      }),
      { numRuns: 30 },
    );
  });
});
