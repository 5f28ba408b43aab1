// The generated schedule of the golden case `schedule` at work.
import { describe, expect, it } from "vitest";
import { Diary, Position, createWorld, type World } from "../../cases/emit/schedule/generated/index.js";

/** What a step writes into the diary. */
function stepped(world: World, delta: number): string {
  world.resource(Diary).lines.length = 0;
  world.step(delta);
  return world.resource(Diary).lines.join(" ");
}

/** What runs in `update`. */
const update = "measure count open plan wake mark";

describe("phases", () => {
  it("run in their order, own ones where they stand, those beside the fixed update in its loop", () => {
    const once = `sleep ${update} close prepare draw outline`;
    expect(stepped(createWorld(), 0)).toBe(`open think ${once}`);
    expect(stepped(createWorld(), 1.25)).toBe(`open pair mark touch pair mark touch think ${once}`);
  });

  it("catch up no more than the bound", () => {
    const world = createWorld();
    const body = world.spawn({ position: {} });
    expect(stepped(world, 100)).toBe(
      `open ${"pair mark touch ".repeat(3)}think sleep ${update} close prepare draw outline`,
    );
    expect(world.get(body, Position)?.x).toBe(3);
  });

  it("take registered systems behind what was generated, own phases as well", () => {
    const world = createWorld();
    const note = (text: string) => (): void => void world.resource(Diary).lines.push(text);
    for (const phase of ["drawing.overlay", "postRender", "ai", "physics.broad", "preUpdate", "update"]) {
      world.systems.register(phase, note(`(${phase})`), { phase });
    }
    expect(world.systems.all().map(({ name }) => name)).toEqual([
      "preUpdate",
      "physics.broad",
      "ai",
      "update",
      "drawing.overlay",
      "postRender",
    ]);
    expect(stepped(world, 0.5)).toBe(
      `open (preUpdate) pair mark (physics.broad) touch think (ai) sleep ${update} (update) close prepare draw ` +
        "outline (drawing.overlay) (postRender)",
    );
  });
});
