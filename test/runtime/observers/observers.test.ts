import { AfterSpawn, BeforeDespawn, BeforeSpawn, EcsError } from "ecsgen/runtime";
import { describe, expect, it } from "vitest";
import { codeOf, untyped } from "../kit/code-of.js";
import {
  Body,
  Burning,
  createWorld,
  Hit,
  Label,
  Paused,
  Pinned,
  Position,
  Velocity,
  type World,
} from "../kit/generated/index.js";

/** Writes down what is told of components of every kind of storage. */
function record(world: World): string[] {
  const log: string[] = [];
  for (const type of [Velocity, Position, Pinned, Paused, Label, Burning] as const)
    world.observers.observe<unknown, never>(type, {
      added: () => void log.push(`+${type.key}`),
      removed: () => void log.push(`-${type.key}`),
      changed: () => void log.push(`~${type.key}`),
    });
  return log;
}

describe("observers", () => {
  it("are told of adding, removing and changing", () => {
    const world = createWorld();
    const log = record(world);
    const entity = world.spawn();
    for (const type of [Position, Burning, Pinned, Paused] as const) world.add<unknown, never>(entity, type);
    world.set(entity, Position, { x: 1 });
    world.set(entity, Burning, { heat: 1 });
    for (const type of [Paused, Pinned, Burning, Position] as const) world.remove(entity, type);
    expect(log.join(" ")).toBe(
      "+position +burning +pinned +paused ~position ~burning -paused -pinned -burning -position",
    );
  });

  it("are told of every component at spawn, despawn and clear, in dense order", () => {
    const world = createWorld();
    const log = record(world);
    const entity = world.spawn({ velocity: {}, paused: true, position: {}, burning: {}, pinned: true, label: {} });
    const order = ["burning", "label", "paused", "pinned", "position", "velocity"];
    expect(log).toEqual(order.map((key) => `+${key}`));
    log.length = 0;
    world.despawn(entity);
    expect(log).toEqual(order.map((key) => `-${key}`));
    log.length = 0;
    world.spawnMany(2, { velocity: {}, burning: {} });
    world.clear();
    expect(log.join(" ")).toBe("+burning +velocity +burning +velocity -burning -velocity -burning -velocity");
  });

  it("get the removed value, as it was", () => {
    const world = createWorld();
    const values: unknown[] = [];
    world.observers.observe(Position, { removed: (_entity, value) => void values.push(value) });
    world.observers.observe(Burning, { removed: (_entity, { heat }) => void values.push(heat) });
    world.observers.observe(Label, { removed: (_entity, { words }) => void values.push(words) });
    world.observers.observe(Pinned, { removed: (_entity, value) => void values.push(value) });
    const one = world.spawn({ position: { x: 1 }, burning: { heat: 2 }, label: { words: ["a"] }, pinned: true });
    const other = world.spawn({ position: { x: 3, y: 4 } });
    world.remove(one, Position);
    world.despawn(other);
    world.despawn(one);
    expect(values).toEqual([{ x: 1, y: 0 }, { x: 3, y: 4 }, 2, ["a"], true]);
  });

  it("are told of the entity, when it can be asked: after it was made, after it ended", () => {
    const world = createWorld();
    const seen: unknown[] = [];
    world.observers.observe(Position, {
      added: (entity) => void seen.push(world.get(entity, Position)),
      removed: (entity) => void seen.push(world.isAlive(entity)),
      changed: (entity) => void seen.push(world.get(entity, Position)?.x),
    });
    const entity = world.spawn({ position: { y: 2 } });
    world.set(entity, Position, { x: 5 });
    world.despawn(entity);
    expect(seen).toEqual([{ x: 0, y: 2 }, 5, false]);
  });

  it("are called in order of registration, until they are stopped", () => {
    const world = createWorld();
    const log: string[] = [];
    const stops = ["a", "b", "c"].map((name) =>
      world.observers.observe(Position, {
        added: () => {
          log.push(name);
          if (name === "a") stops[1]?.();
        },
      }),
    );
    world.spawn({ position: {} });
    world.spawn({ position: {} });
    stops[0]?.();
    stops[2]?.();
    world.spawn({ position: {} });
    expect(log.join("")).toBe("acac");
    expect(world.observers.count).toBe(0);
  });

  it("come after the before events and before the after events", () => {
    const world = createWorld();
    const log: string[] = [];
    world.on(AfterSpawn, () => void log.push("after"));
    world.observers.observe(Position, { added: () => void log.push("observer") });
    world.on(BeforeSpawn, () => void log.push("before"));
    world.spawn({ position: {} });
    expect(log).toEqual(["before", "observer", "after"]);
  });

  it("are not told of what was cancelled", () => {
    const world = createWorld();
    const entity = world.spawn({ position: {} });
    const log = record(world);
    world.events.subscribePre(BeforeDespawn, () => "cancel");
    world.events.subscribePre(BeforeSpawn, () => "cancel");
    world.despawn(entity);
    expect(codeOf(() => world.spawn({ position: {} }))).toBe("Cancelled");
    expect(log).toEqual([]);
  });

  it("are told of commands when they are applied: adding anew is a change", () => {
    const world = createWorld();
    const log = record(world);
    const entity = world.commands.spawn({ position: {} });
    world.commands.add(entity, Position, { x: 1 });
    world.commands.add(entity, Velocity);
    world.commands.set(entity, Velocity, { x: 1 });
    world.commands.set(entity, Burning, { heat: 1 });
    world.commands.remove(entity, Burning);
    world.commands.despawn(entity);
    expect(log).toEqual([]);
    world.flush();
    expect(log.join(" ")).toBe("+position ~position +velocity ~velocity -position -velocity");
  });

  it("are told of `set` inside a loop, but not of writes to rows", () => {
    const world = createWorld();
    const entity = world.spawn({ position: {} });
    const log = record(world);
    world.select([Position]).each((position) => {
      position.x = 3;
      world.set(entity, Position, { y: 1 });
    });
    expect(log).toEqual(["~position"]);
    expect(world.get(entity, Position)).toEqual({ x: 3, y: 1 });
  });

  it("are not called for what they do not observe", () => {
    const world = createWorld();
    const log: string[] = [];
    world.observers.observe(Position, { changed: () => void log.push("changed") });
    const entity = world.spawn({ position: {}, velocity: {} });
    world.set(entity, Velocity, { x: 1 });
    world.despawn(entity);
    expect(log).toEqual([]);
  });
});

describe("changes made by observers", () => {
  it("wait until the change is over", () => {
    const world = createWorld();
    const seen: boolean[] = [];
    world.observers.observe(Position, {
      added: (entity) => {
        world.add(entity, Velocity);
        seen.push(world.has(entity, Velocity));
      },
      removed: (entity) => seen.push(world.remove(entity, Velocity)),
    });
    const entity = world.spawn({ position: {} });
    expect(world.has(entity, Velocity)).toBe(true);
    world.remove(entity, Position);
    expect(world.has(entity, Velocity)).toBe(false);
    expect(seen).toEqual([false, true]);
  });

  it("are bounded, with an error that prints the chain", () => {
    const world = createWorld({ maxEventDepth: 4 });
    world.observers.observe(Position, {
      added: (entity) => void world.remove(entity, Position),
      removed: (entity) => world.add(entity, Position),
    });
    expect(codeOf(() => world.spawn({ position: {} }))).toBe("HandlerFailed");
    expect(() => world.spawn({ position: {} })).toThrow(
      "`app.Position` added → `app.Position` removed → `app.Position` added → `app.Position` removed",
    );
  });

  it("are bounded when they are writes, which happen at once", () => {
    const world = createWorld({ maxEventDepth: 5 });
    const entity = world.spawn({ position: {} });
    let calls = 0;
    world.observers.observe(Position, {
      changed: () => {
        calls++;
        world.set(entity, Position, { x: calls });
      },
    });
    expect(codeOf(() => world.set(entity, Position, { y: 1 }))).toBe("HandlerFailed");
    expect(calls).toBe(5);
    expect(world.get(entity, Position)).toEqual({ x: 4, y: 1 });
  });
});

describe("errors of observers", () => {
  it("are isolated, and thrown together when the change is over", () => {
    const world = createWorld();
    const log: string[] = [];
    for (const name of ["a", "b"])
      world.observers.observe(Position, {
        added: () => {
          log.push(name);
          throw new Error(name);
        },
      });
    let error: unknown;
    try {
      world.spawn({ position: {} });
    } catch (thrown) {
      error = thrown;
    }
    expect(log).toEqual(["a", "b"]);
    expect(error).toBeInstanceOf(EcsError);
    expect(error).toMatchObject({ code: "HandlerFailed", errors: [new Error("a"), new Error("b")] });
    expect(String(error)).toContain("an observer of `app.Position`: a");
    expect(world.entityCount).toBe(1);
  });

  it("wait for the end of the step they happen in", () => {
    const world = createWorld();
    world.observers.observe(Burning, {
      changed: () => {
        throw new Error("boom");
      },
    });
    const entity = world.spawn({ burning: {} });
    world.on(Hit, () => world.set(entity, Burning, { heat: 9 }));
    world.emit(Hit);
    expect(codeOf(() => world.step(1))).toBe("HandlerFailed");
    expect(world.get(entity, Burning)?.heat).toBe(8);
  });
});

describe("observe", () => {
  it("refuses components of other worlds, and what observes nothing", () => {
    const world = createWorld();
    expect(codeOf(() => world.observers.observe({ ...Position }, { added: () => {} }))).toBe("UnknownComponent");
    expect(codeOf(() => world.observers.observe(Position, {}))).toBe("InvalidArgument");
    expect(codeOf(() => world.observers.observe(Body, untyped(undefined)))).toBe("InvalidArgument");
    expect(codeOf(() => world.observers.observe(Body, { added: untyped<() => void>("call") }))).toBe("InvalidArgument");
    expect(world.observers.count).toBe(0);
  });

  it("is refused while the world is locked, and so is stopping", () => {
    const world = createWorld();
    let heard = 0;
    const observer = { added: () => void heard++ };
    const stop = world.observers.observe(Position, observer);
    world.lock();
    expect(codeOf(() => world.observers.observe(Position, observer))).toBe("WorldLocked");
    expect(codeOf(stop)).toBe("WorldLocked");
    expect(world.observers.count).toBe(1);
    world.unlock();
    world.spawn({ position: {} });
    stop();
    world.spawn({ position: {} });
    expect([heard, world.observers.count]).toEqual([1, 0]);
  });
});
