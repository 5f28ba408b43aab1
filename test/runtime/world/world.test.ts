import { describe, expect, it } from "vitest";
import { NO_ENTITY, Schedule } from "ecsgen/runtime";
import * as kit from "../kit/generated/index.js";

const { Burning, Hit, Label, Numbers, Pinned, Position, Score, Screen, Time, Velocity, Wet } = kit;

describe("components", () => {
  it("start with their defaults", () => {
    const world = kit.createWorld();
    const entity = world.spawn({ numbers: {}, link: {}, body: {}, label: {}, burning: {} });
    expect(world.get(entity, Numbers)).toMatchObject({ f64: 0, i64: 0n, flag: false, mood: "calm" });
    expect(world.get(entity, kit.Link)).toEqual({ to: NO_ENTITY, back: undefined, strength: 5 });
    expect(world.get(entity, kit.Body)).toEqual({
      place: { x: 0, y: 0, z: 0 },
      spin: { axis: { x: 0, y: 0 }, rate: 2 },
      weights: [0, 0, 0],
      drag: undefined,
    });
    expect(world.get(entity, Label)).toMatchObject({ text: "none", shape: { kind: "square", side: 1 } });
    expect(world.get(entity, Burning)).toEqual({ heat: 20, cause: "", from: NO_ENTITY });
  });

  it("hold what their columns hold, at the limits of each", () => {
    const world = kit.createWorld();
    const limits = {
      f32: Math.fround(0.1),
      f64: Number.MAX_VALUE,
      i8: -128,
      i16: -32_768,
      i32: -(2 ** 31),
      u8: 255,
      u16: 65_535,
      u32: 2 ** 32 - 1,
      i64: -(2n ** 63n),
      u64: 2n ** 64n - 1n,
      flag: true,
      mood: "sad" as const,
    };
    expect(world.get(world.spawn({ numbers: limits }), Numbers)).toEqual(limits);
  });

  it("are read as copies", () => {
    const world = kit.createWorld();
    const entity = world.spawn({ label: { words: ["a"] }, position: { x: 1 } });
    world.get(entity, Label)?.words.push("b");
    Object.assign(world.get(entity, Position) ?? {}, { x: 2 });
    expect([world.get(entity, Label)?.words, world.get(entity, Position)?.x]).toEqual([["a"], 1]);
  });

  it("answer `undefined` and `false` where they are not", () => {
    const world = kit.createWorld();
    const entity = world.spawn();
    expect([world.get(entity, Position), world.has(entity, Wet), world.remove(entity, Wet)]).toEqual([
      undefined,
      false,
      false,
    ]);
    expect([world.get(world.spawn({ pinned: true }), Pinned), world.get(entity, Pinned)]).toEqual([true, undefined]);
  });
});

describe("spawnMany", () => {
  it("gives all the same, or each its own", () => {
    const world = kit.createWorld();
    const same = world.spawnMany(3, { position: { x: 7 }, wet: { depth: 1 } });
    const own = world.spawnMany(3, (index) => ({ position: { x: index } }));
    const xs = (entities: readonly kit.Entity[]): unknown => entities.map((entity) => world.get(entity, Position)?.x);
    expect([xs(same), xs(own), world.spawnMany(0), world.entityCount]).toEqual([[7, 7, 7], [0, 1, 2], [], 6]);
    expect(new Set([...same, ...own]).size).toBe(6);
  });

  it("waits in a loop, its ids alive at once", () => {
    const world = kit.createWorld();
    world.spawn({ wet: {} });
    world.select([Wet]).each(() => {
      const spawned = world.spawnMany(3, (index) => ({ position: { x: index } }));
      expect(spawned.map((entity) => [world.isAlive(entity), world.has(entity, Position)])).toEqual([
        [true, false],
        [true, false],
        [true, false],
      ]);
    });
    expect(world.query({ all: [Position] }).count()).toBe(3);
  });

  it.each([-1, 0.5, NaN, Infinity])("refuses %s", (count) => {
    expect(() => kit.createWorld().spawnMany(count)).toThrow(expect.objectContaining({ code: "InvalidArgument" }));
  });
});

describe("sync points", () => {
  it("come after the outermost loop, after `runOnce` outside of loops, and at `flush`", () => {
    const world = kit.createWorld();
    const query = world.query({});
    const waiting: number[] = [];
    world.commands.spawn();
    world.run(() => {
      world.run(() => world.commands.spawn(), query);
      world.runOnce(() => world.commands.spawn());
      waiting.push(world.commands.waiting);
    }, query);
    waiting.push(world.commands.waiting);
    expect(world.runOnce((a: number, b: number) => a + b, 1, 2)).toBe(3);
    world.commands.spawn();
    world.runOnce(() => undefined);
    waiting.push(world.commands.waiting);
    expect([waiting, query.count()]).toEqual([[3, 0, 0], 4]);
  });

  it.each<readonly [string, (world: kit.World) => void]>([
    ["flush", (world) => world.flush()],
    ["step", (world) => world.step(1)],
    ["clear", (world) => world.clear()],
  ])("make `%s` impossible in loops", (_name, call) => {
    const world = kit.createWorld();
    world.spawn({ position: {} });
    const loop = (): void => world.select([Position]).each(() => call(world));
    expect(loop).toThrow(expect.objectContaining({ code: "WhileIterating" }));
    expect([world.entityCount, world.resource(Time).tick]).toEqual([1, 0]);
    call(world);
  });
});

describe("a step", () => {
  it("runs the schedule's generated loops with the clock of each phase", () => {
    const world = kit.createWorld();
    const entity = world.spawn({ position: {}, velocity: { x: 4, y: 0 } });
    world.step(0.5);
    expect(world.get(entity, Position)).toEqual({ x: 2, y: 0 });
    expect(world.resource(Time)).toEqual({ delta: 0.5, elapsed: 0.5, tick: 1 });
  });

  it("hands events from one function to the next, and to those of the next step", () => {
    const world = kit.createWorld();
    world.spawn({ burning: { heat: -1 }, wet: {} });
    world.step(1);
    expect(world.resource(Score).points).toBe(7 + 6);
    world.step(1);
    expect(world.resource(Score).points).toBe(7 + 6 + 11);
  });

  it("can be run again after a function threw, and loses no command", () => {
    const world = kit.createWorld();
    const schedule = new Schedule();
    const failing = Object.assign(new Schedule(), {
      run: () => {
        world.commands.spawn({ position: {} });
        throw new Error("system");
      },
    });
    Object.assign(world, { schedule: failing });
    expect(() => world.step(1)).toThrow("system");
    expect(world.commands.waiting).toBe(1);
    Object.assign(world, { schedule });
    world.step(1);
    expect(world.query({ all: [Position] }).count()).toBe(1);
  });

  it("leaves its loops when one throws", () => {
    const world = kit.createWorld();
    const query = world.query({});
    const failing = (): void => {
      throw new Error("loop");
    };
    expect(() => world.run(() => world.run(failing, query), query)).toThrow("loop");
    world.flush();
    expect(world.spawn({ position: {} })).not.toBe(NO_ENTITY);
    expect(world.commands.waiting).toBe(0);
  });
});

it("keeps resources, events and models when all entities end", () => {
  const world = kit.createWorld();
  world.spawnMany(10, { position: {}, burning: {}, paused: true });
  const screen = world.pool(Screen).create();
  world.emit(Hit);
  world.resource(Score).points = 1;
  world.clear();
  expect([world.entityCount, world.query({}).isEmpty()]).toEqual([0, true]);
  expect([world.pool(Screen).isAlive(screen), world.reader(Hit).unread, world.resource(Score).points]).toEqual([
    true,
    1,
    1,
  ]);
  const [entity] = world.spawnMany(1, { position: { x: 3 } });
  expect(world.query({ all: [Position] }).entities()).toEqual([entity]);
});

it("shares nothing with other worlds", () => {
  const [one, other] = [kit.createWorld(), kit.createWorld()];
  const a = one.spawn({ position: { x: 1 } });
  const b = other.spawn({ velocity: { x: 2 } });
  one.emit(Hit);
  one.resource(Score).points = 0;
  expect(a).toBe(b);
  expect([one.has(a, Velocity), other.has(b, Velocity), other.reader(Hit).unread]).toEqual([false, true, 0]);
  expect(other.resource(Score).points).toBe(7);
  one.select([Position]).each(() => {
    other.add(b, Pinned);
    expect(other.has(b, Pinned)).toBe(true);
  });
  one.clear();
  expect(other.isAlive(b)).toBe(true);
});

it("works the same in shared memory", () => {
  const world = kit.createWorld({ memory: { shared: true, initialBytes: 0 } });
  const entities = world.spawnMany(500, (x) => ({ position: { x }, burning: { heat: x }, seen: true }));
  world.step(1);
  expect(entities.map((entity) => world.get(entity, Burning)?.heat)).toEqual(entities.map((_, x) => x - 1));
  expect(world.memory.buffer).toBeInstanceOf(SharedArrayBuffer);
});

it("says how much memory it takes", () => {
  const world = kit.createWorld({ memory: { initialBytes: 0 } });
  world.spawnMany(1000, { position: {}, wet: {}, seen: true });
  const { bytes, used, arena, entities } = world.memoryUsage();
  expect(arena).toBe(world.memory.buffer.byteLength);
  expect(entities).toBe(12_000);
  expect(bytes).toBeGreaterThan(arena + entities);
  expect(bytes - used).toBe(arena - world.memory.used);
});
