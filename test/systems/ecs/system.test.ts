// The system View, row by row, through the facade that an app gets.
import { beforeEach, describe, expect, it } from "vitest";
import { BeforeSystemRun, type Query, type SystemFailure } from "ecsgen/runtime";
import { createWorld, Health, Pinned, Position, Time, Velocity, type World } from "./app/generated/index.js";
import { codeOf, messageOf } from "./support.js";

let world: World;
let systems: World["ecs"]["system"];
let ran: string[];

/** Registers a system that says when it runs. */
function register(name: string, options: Parameters<typeof systems.registerSystem>[2] = {}): void {
  systems.registerSystem(name, () => ran.push(name), options);
}

beforeEach(() => {
  world = createWorld();
  systems = world.ecs.system;
  ran = [];
});

describe("registerSystem", () => {
  it("gives the system its world, its query and the time of the step", () => {
    world.spawn({ position: {}, velocity: {} });
    world.spawn({ position: {} });
    const seen: unknown[] = [];
    const query = { all: [Position], none: [Velocity] };
    systems.registerSystem("all", (given, found, delta) => seen.push(given === world, found.count(), delta));
    systems.registerSystem("some", (_, found) => seen.push(found.count()), { query });
    world.step(0.25);
    expect(seen).toEqual([true, 2, 0.25, 1]);
  });

  it("queues what a system changes, and applies it behind it", () => {
    systems.registerSystem("spawner", (given) => {
      given.spawn();
      expect(given.query({}).count()).toBe(0);
    });
    systems.registerSystem("counter", (_, found) => ran.push(`${found.count()}`));
    world.step(1);
    expect(ran).toEqual(["1"]);
  });

  it("runs it behind the generated schedule, in its phase", () => {
    const ship = world.spawn({ position: {}, velocity: { x: 2 } });
    systems.registerSystem("late", () => ran.push(`late ${world.get(ship, Position)?.x}`));
    systems.registerSystem("fixed", (_, __, delta) => ran.push(`fixed ${delta}`), { phase: "fixedUpdate" });
    world.step(1);
    expect(ran).toEqual(["fixed 0.5", "fixed 0.5", "late 2"]);
  });

  it("refuses a name that is taken, an unknown dependency and a cycle, with nothing changed", () => {
    register("a", { phase: "update" });
    expect(codeOf(() => register("a"))).toBe("SystemExists");
    expect(codeOf(() => register("b", { after: ["nobody"] }))).toBe("UnknownSystem");
    expect(messageOf(() => register("b", { after: ["nobody"] }))).toMatch(/`nobody`.*`b`/);
    register("c", { after: ["a"] });
    expect(codeOf(() => register("d", { after: ["c"], before: ["a"] }))).toBe("SystemCycle");
    expect(messageOf(() => register("d", { after: ["c"], before: ["a"] }))).toContain(
      "`a` before `c` before `d` before `a`",
    );
    expect(codeOf(() => register("e", { phase: "fixedUpdate", after: ["a"] }))).toBe("SystemCycle");
    expect(systems.scheduleSystems()).toEqual(["a", "c"]);
  });
});

describe("a system that asks for changes", () => {
  /** Writes down how many entities it finds. */
  const count = (_: unknown, found: Query): void => void ran.push(`${found.count()}`);

  it("sees what was written, came or went since it ran last, and all in its first run", () => {
    const ship = world.spawn({ health: {}, pinned: true });
    world.spawn({ health: {} });
    systems.registerSystem("changed", count, { query: { changed: [Health] } });
    systems.registerSystem("added", count, { query: { added: ["app.Pinned"] } });
    systems.registerSystem("removed", count, { query: { all: [Health], removed: [Pinned] } });
    const step = (): string[] => (world.step(0), ran.splice(0));
    expect(step()).toEqual(["2", "1", "0"]);
    expect(step()).toEqual(["0", "0", "0"]);
    world.set(ship, Health, { points: 1 });
    world.remove(ship, Pinned);
    expect(step()).toEqual(["1", "0", "1"]);
    world.add(ship, Pinned);
    expect(step()).toEqual(["0", "1", "0"]);
  });

  it("does not see what it wrote itself in the run before, but what others wrote", () => {
    world.spawn({ health: { points: 5 } });
    const query = { changed: [Health] };
    const lose = (given: { set: World["set"] }, found: Query): void => {
      for (const entity of found.entities()) given.set(entity, Health, { points: 1 });
      count(given, found);
    };
    systems.registerSystem("first", lose, { query });
    systems.registerSystem("second", count, { query });
    world.step(0);
    world.step(0);
    expect(ran).toEqual(["1", "1", "0", "0"]);
    ran = [];
    systems.registerSystem("third", lose, { query });
    world.step(0);
    world.step(0);
    expect(ran).toEqual(["0", "0", "1", "1", "1", "1"]);
  });

  it("sees again what it did not get through: when it threw, was cancelled or disabled", () => {
    world = createWorld({ systemErrors: "skip" });
    systems = world.ecs.system;
    world.spawn({ health: {} });
    let fails = true;
    const run = (_: unknown, found: Query): void => {
      count(_, found);
      if (fails) throw new Error("boom");
    };
    systems.registerSystem("a", run, { query: { changed: [Health] } });
    world.step(0);
    fails = false;
    const stop = world.events.subscribePre(BeforeSystemRun, () => "cancel");
    world.step(0);
    world.events.unsubscribe(stop);
    systems.disableSystem("a");
    world.step(0);
    systems.enableSystem("a");
    world.step(0);
    world.step(0);
    expect(ran).toEqual(["1", "1", "0"]);
  });

  it("is refused for what is not tracked, with nothing kept of it", () => {
    const query = { removed: [Pinned] };
    expect(codeOf(() => systems.registerSystem("a", count, { query: { changed: [Position] } }))).toBe(
      "UntrackedComponent",
    );
    expect(codeOf(() => systems.registerSystem("a", count, { query: { changed: ["app.Nothing"] } }))).toBe(
      "UnknownComponent",
    );
    expect(codeOf(() => systems.registerSystem("a", count, { query, after: ["nobody"] }))).toBe("UnknownSystem");
    expect(systems.systemExists("a")).toBe(false);
    const ship = world.spawn({ pinned: true });
    world.remove(ship, Pinned);
    expect(world.tracking.logs.size).toBe(0);
  });

  it("leaves nothing behind when it is unregistered, or the world is reset", () => {
    const lose = (): number => {
      world.remove(world.spawn({ pinned: true }), Pinned);
      return world.tracking.logs.size;
    };
    systems.registerSystem("a", count, { query: { removed: [Pinned] } });
    expect(lose()).toBe(1);
    systems.unregisterSystem("a");
    expect(lose()).toBe(0);
    systems.registerSystem("a", count, { query: { removed: [Pinned] } });
    world.reset();
    expect(lose()).toBe(0);
  });
});

describe("unregisterSystem", () => {
  it("says whether there was one", () => {
    register("a");
    expect([systems.unregisterSystem("a"), systems.unregisterSystem("a")]).toEqual([true, false]);
    world.step(1);
    expect(ran).toEqual([]);
  });

  it("is refused while others depend on it, unless forced: then they lose that order", () => {
    register("a");
    register("b", { after: ["a"] });
    expect(codeOf(() => systems.unregisterSystem("a"))).toBe("SystemRequired");
    expect(messageOf(() => systems.unregisterSystem("a"))).toContain("`b`");
    expect(systems.unregisterSystem("a", { force: true })).toBe(true);
    expect(systems.getSystemDependencies("b")).toEqual({ after: [], before: [] });
  });
});

describe("runSystem, runSystems, stepSystems", () => {
  it("runs one now, enabled or not", () => {
    register("a");
    systems.disableSystem("a");
    systems.runSystem("a", 0.1);
    expect(ran).toEqual(["a"]);
    expect(codeOf(() => systems.runSystem("b"))).toBe("UnknownSystem");
  });

  it("runs all that are enabled, in order, and counts them", () => {
    register("b");
    register("a", { before: ["b"] });
    register("c", { phase: "fixedUpdate" });
    systems.disableSystem("a");
    expect(systems.runSystems(1)).toBe(2);
    expect(ran).toEqual(["c", "b"]);
  });

  it("steps without events and without time", () => {
    register("fixed", { phase: "fixedUpdate" });
    register("each");
    systems.stepSystems(1.25);
    systems.stepSystems(0.25);
    expect(ran).toEqual(["fixed", "fixed", "each", "fixed", "each"]);
    expect(world.resource(Time).tick).toBe(0);
    expect(codeOf(() => systems.stepSystems(-1))).toBe("InvalidArgument");
  });
});

describe("scheduleSystems", () => {
  it("orders by phase, then by dependencies, then by registration, and is stable", () => {
    for (const name of ["e", "d", "c"]) register(name);
    register("b", { before: ["d"] });
    register("a", { after: ["e"], before: ["c"] });
    register("first", { phase: "fixedUpdate" });
    const order = ["first", "e", "b", "d", "a", "c"];
    expect(systems.scheduleSystems()).toEqual(order);
    world.step(0.5);
    expect(ran).toEqual(order);
  });
});

describe("getSystem, getAllSystems, systemExists", () => {
  it("tell what is known", () => {
    register("a");
    register("b", { after: ["a"], phase: "update" });
    expect(systems.getSystem("b")).toEqual({ name: "b", phase: "update", enabled: true, after: ["a"], before: [] });
    expect(systems.getSystem("c")).toBeUndefined();
    expect(systems.getAllSystems().map(({ name }) => name)).toEqual(["a", "b"]);
    expect([systems.systemExists("a"), systems.systemExists("c")]).toEqual([true, false]);
  });
});

describe("enableSystem, disableSystem, isSystemEnabled", () => {
  it("switch a system, and say whether that changed anything", () => {
    register("a");
    expect([systems.disableSystem("a"), systems.disableSystem("a"), systems.isSystemEnabled("a")]).toEqual([
      true,
      false,
      false,
    ]);
    world.step(1);
    expect([systems.enableSystem("a"), systems.enableSystem("a"), systems.isSystemEnabled("a")]).toEqual([
      true,
      false,
      true,
    ]);
    world.step(1);
    expect(ran).toEqual(["a"]);
    expect(systems.isSystemEnabled("nobody")).toBe(false);
    expect(codeOf(() => systems.enableSystem("nobody"))).toBe("UnknownSystem");
    expect(codeOf(() => systems.disableSystem("nobody"))).toBe("UnknownSystem");
  });
});

describe("getSystemStats, clearSystemStats", () => {
  it("count runs and measure them", () => {
    register("a");
    for (let i = 0; i < 200; i++) world.step(0.01);
    const stats = systems.getSystemStats("a");
    expect(stats?.runs).toBe(200);
    expect(stats?.total).toBeGreaterThan(0);
    expect(stats?.mean).toBeCloseTo((stats?.total ?? 0) / 200);
    expect(stats?.p95).toBeGreaterThanOrEqual(0);
    expect(stats?.failures).toBe(0);
    systems.clearSystemStats("a");
    expect(systems.getSystemStats("a")?.runs).toBe(0);
    world.step(1);
    systems.clearSystemStats();
    expect(systems.getSystemStats("a")?.total).toBe(0);
    expect(systems.getSystemStats("nobody")).toBeUndefined();
    expect(codeOf(() => systems.clearSystemStats("nobody"))).toBe("UnknownSystem");
  });
});

describe("getSystemDependencies, updateSystemDependencies, getDependentSystems", () => {
  it("change the order, or nothing", () => {
    for (const name of ["a", "b", "c"]) register(name);
    systems.updateSystemDependencies("a", { after: ["c"] });
    expect(systems.scheduleSystems()).toEqual(["b", "c", "a"]);
    expect(systems.getSystemDependencies("a")).toEqual({ after: ["c"], before: [] });
    expect(systems.getDependentSystems("c")).toEqual(["a"]);
    expect(codeOf(() => systems.updateSystemDependencies("c", { after: ["a"] }))).toBe("SystemCycle");
    expect(codeOf(() => systems.updateSystemDependencies("c", { before: ["nobody"] }))).toBe("UnknownSystem");
    expect(codeOf(() => systems.updateSystemDependencies("nobody", {}))).toBe("UnknownSystem");
    expect(systems.scheduleSystems()).toEqual(["b", "c", "a"]);
    expect(systems.getSystemDependencies("c")).toEqual({ after: [], before: [] });
    expect(systems.getSystemDependencies("nobody")).toBeUndefined();
    expect(systems.getDependentSystems("nobody")).toEqual([]);
  });
});

describe("a system that throws", () => {
  const failures: SystemFailure[] = [];
  const onSystemError = (failure: SystemFailure): unknown => failures.push(failure);
  const broken = new Error("broken");

  function worldWith(systemErrors: "stop" | "skip" | { disableAfter: number }): World {
    failures.length = 0;
    const made = createWorld({ systemErrors, onSystemError });
    made.systems.register("bad", () => {
      throw broken;
    });
    made.systems.register("good", () => ran.push("good"));
    return made;
  }

  it("stops the step, and is named", () => {
    const made = worldWith("stop");
    expect(codeOf(() => made.step(1))).toBe("SystemFailed");
    expect(messageOf(() => made.step(1))).toContain("`bad` failed: broken");
    expect(ran).toEqual([]);
    expect(failures[0]).toEqual({ system: "bad", error: broken, disabled: false });
    made.systems.unregister("bad");
    made.step(1);
    expect(ran).toEqual(["good"]);
  });

  it("is skipped", () => {
    const made = worldWith("skip");
    made.step(1);
    made.step(1);
    expect(ran).toEqual(["good", "good"]);
    expect(made.systems.stats("bad")).toMatchObject({ runs: 2, failures: 2, lastError: broken });
  });

  it("is disabled after so many failures", () => {
    const made = worldWith({ disableAfter: 2 });
    for (let i = 0; i < 4; i++) made.step(1);
    expect(made.systems.stats("bad")?.runs).toBe(2);
    expect(made.systems.info("bad")?.enabled).toBe(false);
    expect(failures.map(({ disabled }) => disabled)).toEqual([false, true]);
    expect(ran).toHaveLength(4);
  });

  it("is never disabled after no failure", () => {
    expect(codeOf(() => worldWith({ disableAfter: 0 }))).toBe("InvalidArgument");
  });
});
