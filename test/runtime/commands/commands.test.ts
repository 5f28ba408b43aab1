import { describe, expect, it } from "vitest";
import * as kit from "../kit/generated/index.js";

const { Burning, Label, Paused, Pinned, Position, Velocity } = kit;

describe("commands", () => {
  it("are applied in order", () => {
    const world = kit.createWorld();
    const entity = world.commands.spawn({ position: { x: 1 } });
    world.commands.add(entity, Velocity, { x: 2 });
    world.commands.set(entity, Position, { y: 3 });
    world.commands.remove(entity, Velocity);
    world.commands.add(entity, Paused);
    expect([world.commands.waiting, world.entityCount, world.get(entity, Position)]).toEqual([5, 1, undefined]);
    world.flush();
    expect(world.get(entity, Position)).toEqual({ x: 1, y: 3 });
    expect([Velocity, Paused].map((type) => world.has(entity, type))).toEqual([false, true]);
    expect(world.commands.waiting).toBe(0);
  });

  it("may be given through the world for who waits for its spawn", () => {
    const world = kit.createWorld();
    const entity = world.commands.spawn({ position: { x: 1 } });
    world.set(entity, Position, { x: 2 });
    world.add(entity, Pinned);
    expect(world.remove(entity, Velocity)).toBe(false);
    world.flush();
    expect([world.get(entity, Position), world.has(entity, Pinned)]).toEqual([{ x: 2, y: 0 }, true]);
  });

  it("take no part in what happened meanwhile, and never throw for it", () => {
    const world = kit.createWorld();
    const [gone, kept] = world.spawnMany(2, { position: { x: 1 } });
    world.commands.set(gone, Position, { x: 5 });
    world.commands.despawn(gone);
    world.commands.despawn(gone);
    world.commands.add(kept, Velocity, { x: 7 });
    world.commands.remove(kept, Position);
    world.commands.set(kept, Position, { x: 5 });
    world.commands.remove(kept, Position);
    world.despawn(gone);
    world.add(kept, Velocity, { x: 1, y: 1 });
    const heir = world.spawn();
    world.flush();
    expect(world.get(kept, Velocity)).toEqual({ x: 7, y: 1 });
    expect([world.has(kept, Position), world.isAlive(heir), world.entityCount]).toEqual([false, true, 2]);
  });

  it("end who waits for its spawn at once when no loop runs, and its index is free again", () => {
    const world = kit.createWorld();
    const entity = world.commands.spawn({ position: {} });
    expect([world.despawn(entity), world.despawn(entity), world.entityCount]).toEqual([true, false, 0]);
    const next = world.spawn();
    world.flush();
    expect([world.has(next, Position), world.isAlive(entity)]).toEqual([false, false]);
  });

  it("are dropped by `clear`, with who waited for its spawn", () => {
    const world = kit.createWorld();
    const waiting = world.commands.spawn({ position: {} });
    world.clear();
    expect([world.commands.waiting, world.isAlive(waiting), world.entityCount]).toEqual([0, false, 0]);
    world.flush();
    expect(world.query({}).isEmpty()).toBe(true);
  });

  it("keep waiting behind one that throws", () => {
    const world = kit.createWorld({ memory: { maxBytes: 2048 } });
    const [first] = world.spawnMany(1, { position: {} });
    world.commands.add(first, Pinned);
    const tooMuch = world.commands.spawn({ body: {}, numbers: {}, link: {}, velocity: {} });
    world.commands.add(first, Paused);
    expect(() => world.flush()).toThrow(expect.objectContaining({ code: "ArenaFull" }));
    expect([world.has(first, Pinned), world.isAlive(tooMuch), world.has(first, Paused)]).toEqual([true, false, false]);
    expect(world.commands.waiting).toBe(1);
    world.flush();
    expect(world.has(first, Paused)).toBe(true);
  });

  it("skip what is `undefined`, as spawning at once does", () => {
    const world = kit.createWorld();
    const entity = world.commands.spawn({ position: undefined, velocity: {} });
    world.flush();
    expect([world.has(entity, Position), world.has(entity, Velocity)]).toEqual([false, true]);
    const nothing = { pinned: true as const, nothing: undefined };
    world.select([Velocity]).each(() => world.spawn(nothing));
    expect(world.entityCount).toBe(2);
  });
});

describe("what was given", () => {
  it("is kept as it was, down to lists, maps, bytes, structs and unions", () => {
    const world = kit.createWorld();
    const words = ["a"];
    const scores = new Map([["a", 1]]);
    const raw = Uint8Array.of(1);
    const shape = { kind: "circle" as const, radius: 1 };
    const spin = { axis: { x: 1 } };
    const weights = [1, 2];
    const entity = world.commands.spawn({ label: { words, scores, raw, shape }, body: { spin, weights } });
    words.push("b");
    scores.set("b", 2);
    raw[0] = 9;
    shape.radius = 9;
    spin.axis.x = 9;
    weights[0] = 9;
    world.flush();
    expect(world.get(entity, Label)).toMatchObject({
      words: ["a"],
      scores: new Map([["a", 1]]),
      raw: Uint8Array.of(1),
      shape: { kind: "circle", radius: 1 },
    });
    expect(world.get(entity, kit.Body)).toMatchObject({ spin: { axis: { x: 1, y: 0 } }, weights: [1, 2, 0] });
  });

  it("may be a cursor, which moves on", () => {
    const world = kit.createWorld();
    world.spawnMany(2, (i) => ({ position: { x: i }, body: { place: { x: i }, drag: { linear: i } } }));
    world.select([Position, kit.Body]).each((position, body, entity) => {
      world.spawn({ velocity: position, link: { to: entity } });
      world.spawn({ body: { place: body.place, drag: body.drag, weights: body.weights }, chosen: true });
    });
    const xs = world
      .query({ all: [Velocity] })
      .entities()
      .map((entity) => world.get(entity, Velocity)?.x);
    const bodies = world
      .query({ all: [kit.Chosen] })
      .entities()
      .map((entity) => world.get(entity, kit.Body));
    expect(xs).toEqual([0, 1]);
    expect(bodies.map((body) => [body?.place.x, body?.drag?.linear])).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it("keeps objects of the host the ones they are, also such that refer to themselves", () => {
    const world = kit.createWorld();
    const handle: { name: string; self?: unknown } = { name: "mesh" };
    handle.self = handle;
    const entity = world.commands.spawn({ label: { handle } });
    const other = world.spawn();
    world.commands.add(other, Label, { handle });
    world.flush();
    expect([world.get(entity, Label)?.handle, world.get(other, Label)?.handle]).toEqual([handle, handle]);
    expect(world.get(entity, Label)?.handle).toBe(handle);
    world.commands.set(other, Label, { handle: undefined });
    world.flush();
    expect(world.get(other, Label)?.handle).toBe(undefined);
  });
});

it("count who waits against the limit", () => {
  const world = kit.createWorld({ maxEntities: 2 });
  world.spawn({ burning: {} });
  world.select([Burning]).each(() => {
    world.spawn();
    expect(() => world.spawn()).toThrow(expect.objectContaining({ code: "EntityLimit" }));
    expect(() => world.commands.spawn()).toThrow(expect.objectContaining({ code: "EntityLimit" }));
  });
  expect(world.entityCount).toBe(2);
});
