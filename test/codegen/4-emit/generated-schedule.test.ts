// The generated schedule of the golden case `schedule` at work.
import { describe, expect, it } from "vitest";
import { Diary, Knock, Position, Rules, createWorld, type World } from "../../cases/emit/schedule/generated/index.js";

/** What a step writes into the diary. */
function stepped(world: World, delta: number): string {
  world.resource(Diary).lines.length = 0;
  world.step(delta);
  return world.resource(Diary).lines.join(" ");
}

/** What runs in `update` while nobody is crowded. */
const update = "measure count open wake mark";

describe("phases", () => {
  it("run in their order, own ones where they stand, those beside the fixed update in its loop", () => {
    const once = `sleep ${update} close prepare draw outline recall`;
    expect(stepped(createWorld(), 0)).toBe(`open think ${once}`);
    expect(stepped(createWorld(), 1.25)).toBe(`open pair mark touch pair mark touch think ${once}`);
  });

  it("catch up no more than the bound", () => {
    const world = createWorld();
    const body = world.spawn({ position: {} });
    expect(stepped(world, 100)).toBe(
      `open ${"pair mark touch ".repeat(3)}think sleep ${update} close prepare draw outline recall`,
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
        "outline (drawing.overlay) recall (postRender)",
    );
  });
});

describe("conditions", () => {
  it("decide whether a line runs", () => {
    const world = createWorld();
    world.resource(Rules).counting = false;
    expect(stepped(world, 0)).toBe("open think sleep measure open wake mark close prepare draw outline");
  });

  it("are asked of a set once in each phase, before the first of its lines", () => {
    const world = createWorld();
    const rules = world.resource(Rules);
    let asked = 0;
    Object.defineProperty(rules, "contacts", { get: () => asked++ < 1 });
    // In the first fixed step, then no more: neither in the second one nor in `update`, where two lines ask.
    expect(stepped(world, 1)).toBe(
      "open pair mark touch pair mark think sleep measure count mark close prepare draw outline",
    );
    // Twice in the fixed steps, in `update`, in `postUpdate` and in `postRender`.
    expect(asked).toBe(5);
  });

  it("of the app look at the world, and keep their own place in events", () => {
    const world = createWorld();
    expect(stepped(world, 0)).not.toContain("answer");
    world.emit(Knock);
    expect(stepped(world, 0)).toContain("close answer");
    expect(stepped(world, 0)).not.toContain("answer");
    for (let i = 0; i < 3; i++) world.spawn();
    expect(stepped(world, 0)).toContain("open plan wake mark");
  });

  it("are not asked where a set has said no", () => {
    const world = createWorld();
    world.resource(Rules).counting = false;
    world.emit(Knock);
    expect(stepped(world, 0)).not.toContain("answer");
    world.resource(Rules).counting = true;
    // The knock was not heard then, so it is now.
    expect(stepped(world, 0)).toContain("answer");
  });
});

describe("what is disabled", () => {
  it("does not run, line or set, until it is enabled again", () => {
    const world = createWorld();
    const { schedule } = world;
    expect([schedule.disable("physics.bookkeeping.count"), schedule.disable("physics.sets.touches")]).toEqual([
      true,
      true,
    ]);
    expect(stepped(world, 0.5)).toBe("open pair mark think sleep measure mark close prepare draw outline");
    expect([schedule.disable("physics.sets.touches"), schedule.enable("physics.sets.touches")]).toEqual([false, true]);
    expect(stepped(world, 0)).toBe("open think sleep measure open wake mark close prepare draw outline recall");
    expect([schedule.enable("physics.bookkeeping.count"), schedule.enable("mark")]).toEqual([true, false]);
    expect(stepped(world, 0)).toBe(`open think sleep ${update} close prepare draw outline recall`);
  });

  it("is told of each line, in order, with its sets", () => {
    const { schedule } = createWorld();
    schedule.disable("door");
    const disabled = schedule.lines().filter(({ enabled }) => !enabled);
    expect(disabled).toEqual([
      { name: "answer", phase: "postUpdate", sets: ["door", "physics.sets.touches"], enabled: false },
      {
        name: "recallAllThatEverHappenedInThisWorld",
        phase: "postRender",
        sets: ["door", "physics.sets.touches"],
        enabled: false,
      },
    ]);
    expect(schedule.isEnabled("door")).toBe(false);
    expect([schedule.isEnabled("answer"), schedule.isEnabled("mark")]).toEqual([false, true]);
    // It was the set that was disabled, so enabling the line changes nothing.
    expect([schedule.enable("answer"), schedule.isEnabled("answer")]).toEqual([false, false]);
    expect(schedule.lines()[0]).toEqual({
      name: "physics.bookkeeping.open",
      phase: "preUpdate",
      sets: [],
      enabled: true,
    });
  });

  it("is known by names that the types know", () => {
    const { schedule } = createWorld();
    // @ts-expect-error: it is called `physics.sets.touches`
    expect(() => schedule.disable("physics.touches")).toThrow("did you mean `physics.sets.touches`?");
  });

  it("stays so for this world alone, until it is made anew", () => {
    const world = createWorld();
    world.schedule.disable("mark");
    world.schedule.pause();
    for (const other of [world.another(), world.copy()]) {
      expect([other.schedule.isEnabled("mark"), other.schedule.paused]).toEqual([true, false]);
    }
    world.state.createSnapshot("before");
    world.state.restoreSnapshot("before");
    expect([world.schedule.isEnabled("mark"), world.schedule.paused]).toEqual([false, true]);
    world.reset();
    expect([world.schedule.isEnabled("mark"), world.schedule.paused]).toEqual([true, false]);
    expect(stepped(world, 0)).toContain("wake mark");
  });
});

describe("a paused schedule", () => {
  it("runs the render phases only, registered systems as well", () => {
    const world = createWorld();
    const note = (text: string) => (): void => void world.resource(Diary).lines.push(text);
    for (const phase of ["update", "fixedUpdate", "render"])
      world.systems.register(phase, note(`(${phase})`), { phase });
    world.schedule.pause();
    expect(stepped(world, 5)).toBe("prepare draw (render) outline recall");
    world.schedule.resume();
    expect(stepped(world, 0.5)).toContain("(fixedUpdate) think");
  });

  it("lets no time pass, and catches up on nothing", () => {
    const world = createWorld();
    const body = world.spawn({ position: {} });
    const seen: number[] = [];
    world.systems.register("watch", (_, __, delta) => seen.push(delta), { phase: "postRender" });
    world.step(0.25);
    world.schedule.pause();
    world.step(100);
    world.schedule.resume();
    world.step(0.25);
    expect(seen).toEqual([0.25, 0, 0.25]);
    expect(world.get(body, Position)?.x).toBe(1);
  });

  it("loses no event for those who stand still, and applies what others change", () => {
    const world = createWorld();
    world.schedule.pause();
    world.emit(Knock);
    for (let i = 0; i < 5; i++) world.step(1);
    world.commands.spawn();
    world.step(1);
    expect(world.entityCount).toBe(1);
    world.schedule.resume();
    expect(stepped(world, 0)).toContain("close answer");
  });

  it("stands still from the next step on", () => {
    const world = createWorld();
    world.systems.register("stop", () => world.schedule.pause(), { phase: "preUpdate" });
    expect(stepped(world, 0)).toContain(update);
    expect(stepped(world, 0)).not.toContain("measure");
  });
});
