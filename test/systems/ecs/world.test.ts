// The world View, row by row, through the facade that an app gets.
import { beforeEach, describe, expect, it } from "vitest";
import {
  Burning,
  createWorld,
  Hit,
  Inventory,
  NO_ENTITY,
  Paused,
  Position,
  Score,
  Settings,
  Target,
  Time,
  Velocity,
  type World,
} from "./app/generated/index.js";
import { codeOf, messageOf } from "./support.js";

let world: World;
let worlds: World["ecs"]["world"];

beforeEach(() => {
  world = createWorld({ name: "main" });
  worlds = world.ecs.world;
});

describe("initializeWorld, getWorld, shutdownWorld", () => {
  it("make worlds that know each other by name", () => {
    const second = worlds.initializeWorld({ name: "second" });
    expect(second).toBeInstanceOf(world.constructor);
    expect(worlds.getWorld("second")).toBe(second);
    expect(worlds.getWorld("main")).toBe(world);
    expect(worlds.getWorld("nobody")).toBeUndefined();
    expect(codeOf(() => worlds.initializeWorld({ name: "second" }))).toBe("WorldExists");
    second.shutdown();
    expect(worlds.getWorld("second")).toBeUndefined();
    expect(worlds.initializeWorld({ name: "second" })).not.toBe(second);
  });

  it("give a name to those that ask for none", () => {
    expect(worlds.getWorldMetadata().name).toBe("main");
    expect(createWorld().metadata().name).toBe("world");
    expect(createWorld().another().metadata().name).toBe("world-2");
  });

  it("share nothing else", () => {
    const second = worlds.initializeWorld();
    world.spawn({ position: {} });
    expect(second.entityCount).toBe(0);
    expect(createWorld({ name: "main" }).directory.find("second")).toBeUndefined();
  });

  it("leave nothing to be done with a world that was shut down", () => {
    const ship = world.spawn({ position: {} });
    worlds.shutdownWorld();
    expect(world.entityCount).toBe(0);
    for (const call of [
      () => world.spawn(),
      () => world.step(1),
      () => world.add(ship, Velocity),
      () => world.emit(Hit),
    ]) {
      expect(codeOf(call)).toBe("WorldShutDown");
    }
    worlds.unlockWorld();
    expect(codeOf(() => world.spawn())).toBe("WorldShutDown");
  });
});

describe("clearWorld", () => {
  it("ends entities and drops what is queued; systems, queries, handlers and resources stay", () => {
    const hits: number[] = [];
    const query = world.query({ all: [Position] });
    const ship = world.spawn({ position: {}, burning: {}, paused: true });
    world.on(Hit, ({ damage }) => hits.push(damage));
    world.systems.register("a", () => hits.push(0));
    world.resource(Score).points = 7;
    world.emit(Hit, { damage: 1 });
    world.commands.spawn();
    worlds.clearWorld();
    expect([world.isAlive(ship), world.entityCount, query.count(), world.commands.waiting]).toEqual([false, 0, 0, 0]);
    world.emit(Hit, { damage: 2 });
    world.step(1);
    expect(hits).toEqual([2, 0]);
    expect(world.resource(Score).points).toBe(7);
    expect(worlds.validateWorld()).toEqual([]);
  });
});

describe("resetWorld", () => {
  it("makes it as newly initialised", () => {
    const first = world.spawn({ position: { x: 1 }, velocity: { x: 1 } });
    world.resource(Score).points = 7;
    world.systems.register("a", () => undefined);
    const hits: unknown[] = [];
    world.on(Hit, (event) => hits.push(event));
    world.emit(Hit);
    world.step(0.75);
    worlds.resetWorld();
    expect([world.entityCount, world.systems.count, world.resource(Score).points]).toEqual([0, 0, 0]);
    expect(world.resource(Time)).toEqual({ delta: 0, elapsed: 0, tick: 0 });
    hits.length = 0;
    world.emit(Hit);
    world.step(0.25);
    expect(hits).toEqual([]);
    expect(world.resource(Time)).toEqual({ delta: 0.25, elapsed: 0.25, tick: 1 });
    const again = world.spawn({ position: {}, velocity: { x: 4 } });
    expect(again).toBe(first);
    world.step(0.5);
    expect(world.get(again, Position)?.x).toBe(2);
    expect(worlds.validateWorld()).toEqual([]);
  });
});

describe("step", () => {
  it("runs events, then systems in order, then queued commands, then time", () => {
    const seen: string[] = [];
    const ship = world.spawn({ position: {}, velocity: { x: 1 } });
    world.on(Hit, () => seen.push(`event at ${world.get(ship, Position)?.x}, tick ${world.resource(Time).tick}`));
    world.systems.register("system", (given) => {
      seen.push(`system at ${given.get(ship, Position)?.x}, ${given.resource(Time).delta}`);
      given.spawn();
    });
    world.emit(Hit);
    worlds.step(0.5);
    expect(seen).toEqual(["event at 0, tick 0", "system at 0.5, 0.5"]);
    expect([world.entityCount, world.resource(Time).tick, world.resource(Time).elapsed]).toEqual([2, 1, 0.5]);
  });

  it("refuses what is no length of time, with nothing changed", () => {
    for (const dt of [-1, Number.NaN, Infinity]) expect(codeOf(() => worlds.step(dt))).toBe("InvalidArgument");
    expect(world.resource(Time).tick).toBe(0);
  });
});

describe("getStats", () => {
  it("counts, and measures the pools", () => {
    world.spawnMany(100, { position: {}, velocity: {} });
    world.spawnMany(10, { position: {}, burning: {} });
    world.spawn({ paused: true });
    world.systems.register("a", () => undefined);
    world.emit(Hit);
    const stats = worlds.getStats();
    expect(stats).toMatchObject({ entities: 111, components: 9, systems: 1, events: 1 });
    expect(stats.tables).toBe(3);
    expect(stats.queries).toBeGreaterThan(0);
    const pool = (name: string): unknown => stats.pools.find(({ component }) => component === `app.${name}`);
    expect(pool("Position")).toMatchObject({ entities: 110 });
    expect(pool("Burning")).toMatchObject({ entities: 10 });
    expect(pool("Paused")).toMatchObject({ entities: 1 });
    expect(pool("Label")).toEqual({ component: "app.Label", entities: 0, bytes: 0 });
    const bytes = stats.pools.reduce((total, each) => total + each.bytes, 0);
    expect(bytes).toBeGreaterThanOrEqual(100 * 16 + 10 * 12);
    expect(bytes).toBeLessThanOrEqual(stats.memory.used);
  });
});

describe("insertResource, getResource, removeResource, hasResource, getAllResources", () => {
  it("take a resource out and put it in again", () => {
    expect(worlds.getResource(Settings)).toEqual({ title: "untitled", volume: 0.5 });
    expect([worlds.removeResource(Settings), worlds.removeResource(Settings)]).toEqual([true, false]);
    expect([worlds.hasResource(Settings), worlds.getResource(Settings)]).toEqual([false, undefined]);
    expect(codeOf(() => world.resource(Settings))).toBe("ResourceMissing");
    expect(worlds.insertResource(Settings, { volume: 1 })).toEqual({ title: "untitled", volume: 1 });
    expect(worlds.getResource(Settings)).toBe(world.resource(Settings));
  });

  it("replace one that is there", () => {
    world.resource(Score).points = 3;
    worlds.insertResource(Score, { best: 4 });
    expect(world.resource(Score)).toEqual({ points: 0, best: 4 });
  });

  it("list those that are there, in dense order", () => {
    worlds.removeResource(Score);
    expect(worlds.getAllResources().map(([type]) => type)).toEqual([Settings, Time]);
  });

  it("refuse a token of another layout", () => {
    const foreign = { ...Score };
    for (const call of [worlds.insertResource, worlds.getResource, worlds.removeResource, worlds.hasResource]) {
      expect(codeOf(() => call.call(worlds, foreign))).toBe("UnknownResource");
    }
  });

  it("stop a step whose systems need what was removed, and let it run on when it is back", () => {
    worlds.removeResource(Time);
    expect(codeOf(() => world.step(1))).toBe("ResourceMissing");
    worlds.insertResource(Time);
    world.step(1);
    expect(world.resource(Time).tick).toBe(1);
  });
});

describe("lockWorld, unlockWorld, isWorldLocked", () => {
  it("refuse every change while it is locked, and name what was tried", () => {
    const ship = world.spawn({ position: { x: 1 } });
    worlds.lockWorld();
    const { ecs } = world;
    const changes: Record<string, () => unknown> = {
      spawn: () => world.spawn(),
      spawnMany: () => world.spawnMany(2),
      spawnBatch: () => ecs.entity.spawnBatch([[]]),
      spawnAt: () => ecs.entity.spawnEntityWithId(9),
      clone: () => ecs.entity.cloneEntity(ship),
      despawn: () => world.despawn(ship),
      add: () => world.add(ship, Velocity),
      addAll: () => ecs.component.addComponents(ship, [[Velocity]]),
      remove: () => world.remove(ship, Position),
      removeAll: () => ecs.component.clearComponents(ship),
      set: () => world.set(ship, Position, { x: 2 }),
      replace: () => ecs.component.replaceComponent(ship, Position),
      emit: () => world.emit(Hit),
      step: () => world.step(1),
      stepSystems: () => ecs.system.stepSystems(1),
      clear: () => worlds.clearWorld(),
      reset: () => worlds.resetWorld(),
      flush: () => world.flush(),
      "insert resource": () => worlds.insertResource(Score),
      "remove resource": () => worlds.removeResource(Score),
      "register system": () => ecs.system.registerSystem("a", () => undefined),
      "run system": () => ecs.system.runSystems(),
      "command spawn": () => world.commands.spawn(),
      "command despawn": () => world.commands.despawn(ship),
    };
    for (const [name, change] of Object.entries(changes)) expect([name, codeOf(change)]).toEqual([name, "WorldLocked"]);
    expect(messageOf(() => world.spawn())).toContain("`spawn`");
    expect([worlds.isWorldLocked(), world.get(ship, Position), world.entityCount]).toEqual([true, { x: 1, y: 0 }, 1]);
    worlds.unlockWorld();
    expect(worlds.isWorldLocked()).toBe(false);
    world.step(1);
    expect(world.entityCount).toBe(1);
  });
});

describe("validateWorld", () => {
  it("finds nothing in a world that was only used", () => {
    const made = world.spawnMany(50, { position: {}, burning: {}, paused: true });
    for (const entity of made.slice(0, 20)) world.despawn(entity);
    world.commands.spawn({ position: {} });
    expect(worlds.validateWorld()).toEqual([]);
  });

  it("finds a reference to the dead", () => {
    const leader = world.spawn();
    const follower = world.spawn({ target: { entity: leader } });
    world.despawn(leader);
    expect(worlds.validateWorld()).toMatchObject([{ kind: "reference", entity: follower }]);
    expect(worlds.validateWorld()[0]?.message).toMatch(/`app\.Target` of entity 1 .*entity 0 /);
  });

  it("finds an index and a table that disagree", () => {
    const made = world.spawnMany(3, { position: {} });
    world.entities.place(made[0] ?? NO_ENTITY, world.entities.tableOf(made[1] ?? NO_ENTITY), 2);
    expect(worlds.validateWorld().map(({ kind }) => kind)).toEqual(["index", "table"]);
    world.entities.place(made[0] ?? NO_ENTITY, 77, 0);
    expect(worlds.validateWorld()[0]?.message).toContain("table 77");
    world.entities.place(made[0] ?? NO_ENTITY, world.entities.tableOf(made[1] ?? NO_ENTITY), 99);
    expect(worlds.validateWorld()[0]?.message).toContain("row 99");
  });

  it("finds wrong counts", () => {
    world.spawnMany(3, { position: {} });
    world.entities.slots.count = 5;
    expect(worlds.validateWorld().map(({ kind }) => kind)).toContain("count");
  });

  it("finds the dead in a sparse set and in a toggle", () => {
    const ship = world.spawn({ burning: {}, paused: true });
    world.entities.slots.release(ship);
    const kinds = new Set(worlds.validateWorld().map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(["count", "sparse", "table", "toggle"]);
    expect(world.sparse(Burning).table.count + world.toggle(Paused).indices().length).toBe(2);
  });

  it("finds a damaged row", () => {
    world.spawnMany(2, { position: {} });
    const table = world.query({ all: [Position] }).tables.find(({ count }) => count > 0);
    world.memory.entity[table?.entities ?? 0] = NO_ENTITY;
    expect(worlds.validateWorld().map(({ kind }) => kind)).toEqual(["index", "table"]);
  });
});

describe("getWorldMetadata, getEntityCount", () => {
  it("tell name, times and version", async () => {
    const before = worlds.getWorldMetadata();
    expect(before.created).toBeLessThanOrEqual(Date.now());
    expect(before.modified).toBe(before.created);
    await new Promise((resolve) => setTimeout(resolve, 5));
    world.spawn();
    const after = worlds.getWorldMetadata();
    expect(after.created).toBe(before.created);
    expect(after.modified).toBeGreaterThan(before.modified);
    expect(after.version).toBeGreaterThan(before.version);
    expect(worlds.getWorldMetadata()).toEqual(after);
    world.step(1);
    expect(worlds.getWorldMetadata().version).toBeGreaterThan(after.version);
    expect(worlds.getEntityCount()).toBe(1);
  });
});

describe("mergeWorlds", () => {
  it("gives ids of their own to what it takes over, and follows references", () => {
    const source = worlds.initializeWorld({ name: "source" });
    const mine = world.spawn({ position: { x: 9 } });
    const leader = source.batches.spawnOne([
      [Position, { x: 1 }],
      [Burning, { heat: 4 }],
    ]);
    const follower = source.batches.spawnOne([
      [Target, { entity: leader }],
      [Inventory, { items: [leader, NO_ENTITY], gold: 2 }],
      [Paused],
    ]);
    const ids = worlds.mergeWorlds(source);
    const [newLeader = NO_ENTITY, newFollower = NO_ENTITY] = [ids.get(leader), ids.get(follower)];
    expect(ids.size).toBe(2);
    expect(new Set([mine, newLeader, newFollower]).size).toBe(3);
    expect(world.get(newLeader, Position)).toEqual({ x: 1, y: 0 });
    expect(world.get(newLeader, Burning)).toEqual({ heat: 4 });
    expect(world.get(newFollower, Target)).toEqual({ entity: newLeader });
    expect(world.get(newFollower, Inventory)).toEqual({ items: [newLeader, NO_ENTITY], gold: 2 });
    expect(world.has(newFollower, Paused)).toBe(true);
    expect(world.get(mine, Position)).toEqual({ x: 9, y: 0 });
    expect([world.entityCount, source.entityCount]).toEqual([3, 2]);
    expect([...worlds.validateWorld(), ...source.validate()]).toEqual([]);
  });
});

describe("cloneWorld", () => {
  it("copies ids, values and resources, and shares nothing", () => {
    const gone = world.spawn();
    const leader = world.spawn({ position: { x: 1 }, burning: { heat: 3 }, paused: true });
    const follower = world.spawn({ target: { entity: leader }, inventory: { items: [leader] } });
    world.despawn(gone);
    world.resource(Score).points = 8;
    world.step(0.25);
    const copy = worlds.cloneWorld({ name: "copy" });
    expect(copy.get(leader, Position)).toEqual({ x: 1, y: 0 });
    expect(copy.get(leader, Burning)).toEqual({ heat: 3 });
    expect(copy.has(leader, Paused)).toBe(true);
    expect(copy.get(follower, Inventory)).toEqual({ items: [leader], gold: 0 });
    expect([copy.isAlive(gone), copy.entityCount]).toEqual([false, 2]);
    expect(copy.resource(Score)).toEqual({ points: 8, best: 10 });
    expect(copy.resource(Time)).toEqual(world.resource(Time));
    copy.set(leader, Position, { x: 5 });
    copy.resource(Score).points = 0;
    expect([world.get(leader, Position)?.x, world.resource(Score).points]).toEqual([1, 8]);
    expect(copy.spawn()).toBe(world.spawn());
    expect(copy.validate()).toEqual([]);
  });
});
