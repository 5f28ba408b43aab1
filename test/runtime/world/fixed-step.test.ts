import { World, type WorldLayout } from "ecsgen/runtime";
import { describe, expect, it } from "vitest";

const layout: WorldLayout = { components: [], resources: [], events: [], models: [], fixedStep: 1, maxFixedSteps: 2 };

/** How many fixed updates one step of four units runs. */
function fixedUpdatesOf(world: World): number {
  let count = 0;
  world.systems.register("count", () => count++, { phase: "fixedUpdate" });
  world.step(4);
  return count;
}

describe("the fixed step of a world", () => {
  it("is what the app says, unless the world chooses its own", () => {
    expect(fixedUpdatesOf(new World(layout))).toBe(2);
    expect(fixedUpdatesOf(new World(layout, { maxFixedSteps: 9 }))).toBe(4);
    expect(fixedUpdatesOf(new World(layout, { fixedStep: 0.5, maxFixedSteps: 9 }))).toBe(8);
  });

  it("must be a length of time", () => {
    expect(() => new World(layout, { fixedStep: 0 })).toThrow(/`fixedStep` is 0/);
    expect(() => new World(layout, { maxFixedSteps: 0.5 })).toThrow(/`maxFixedSteps` is 0.5/);
  });
});
