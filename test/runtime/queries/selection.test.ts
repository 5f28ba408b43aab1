import { describe, expect, it } from "vitest";
import * as kit from "../kit/generated/index.js";

const { Body, Burning, Chosen, Paused, Pinned, Position, Velocity, Wet } = kit;

describe("each", () => {
  it("gives cursors that read and write the entity's columns, and the entity", () => {
    const world = kit.createWorld();
    const entities = world.spawnMany(20, (i) => ({
      position: { x: i },
      velocity: { y: i },
      ...(i % 2 ? { pinned: true } : {}),
    }));
    const seen: kit.Entity[] = [];
    world.select([Position, Velocity]).each((position, velocity, entity) => {
      position.y = position.x + velocity.y;
      seen.push(entity);
    });
    expect(entities.map((entity) => world.get(entity, Position)?.y)).toEqual(entities.map((_, i) => 2 * i));
    expect(seen).toEqual(world.query({ all: [Position, Velocity] }).entities());
  });

  it("reads columns of every kind, wherever they are kept", () => {
    const world = kit.createWorld();
    world.spawn({ wet: {} });
    const link = world.spawn({ link: {} });
    world.spawn({
      burning: { from: link },
      wet: { depth: 2 },
      body: { spin: { axis: { y: 3 } } },
      label: { words: ["a"] },
    });
    const rows: unknown[] = [];
    world.select([kit.Label, Wet, Body, Burning]).each((label, wet, body, burning) => {
      rows.push([label.words, wet.depth, body.spin.axis.y, burning.heat, burning.from]);
    });
    expect(rows).toEqual([[["a"], 2, 3, 20, link]]);
  });

  it("gives `true` for tags and toggles", () => {
    const world = kit.createWorld();
    const entity = world.spawn({ pinned: true, paused: true });
    const rows: unknown[] = [];
    world.select([Pinned, Paused]).each((...row) => rows.push(row));
    world.select([]).each((...row) => rows.push(row));
    expect(rows).toEqual([[true, true, entity], [entity]]);
  });

  it("is narrowed by a filter", () => {
    const world = kit.createWorld();
    world.spawn({ position: { x: 1 }, pinned: true });
    world.spawn({ position: { x: 2 }, chosen: true });
    const [third] = [world.spawn({ position: { x: 3 }, paused: true })];
    const xs = (filter: Parameters<typeof world.select>[1]): number[] => {
      const found: number[] = [];
      world.select([Position], filter).each((position) => found.push(position.x));
      return found;
    };
    expect([xs({ none: [Pinned] }), xs({ any: [Chosen, Paused] }), xs({ all: [Paused] })]).toEqual([
      [2, 3],
      [2, 3],
      [3],
    ]);
    world.despawn(third);
    expect(xs({ all: [Paused] })).toEqual([]);
  });

  it("may be nested, also with itself", () => {
    const world = kit.createWorld();
    world.spawnMany(3, (i) => ({ position: { x: i + 1 }, burning: { heat: i + 1 } }));
    const selection = world.select([Position, Burning]);
    const products: number[] = [];
    selection.each((outer) => selection.each((inner, burning) => products.push(outer.x * inner.x * burning.heat)));
    expect(products).toEqual([1, 4, 9, 2, 8, 18, 3, 12, 27]);
  });
});

describe("changes inside", () => {
  it("wait for the end of the outermost loop", () => {
    const world = kit.createWorld();
    world.spawnMany(2, { position: {} });
    world.select([Position]).each((_position, entity) => {
      world.select([Position]).each((_other, other) => {
        if (other === entity) world.remove(other, Position);
      });
      world.spawn({ position: { x: 9 } });
      expect(world.has(entity, Position)).toBe(true);
      expect(world.query({ all: [Position] }).count()).toBe(2);
    });
    expect(
      world
        .query({ all: [Position] })
        .entities()
        .map((entity) => world.get(entity, Position)?.x),
    ).toEqual([9, 9]);
  });

  it("do not disturb a loop over the rows of a sparse component", () => {
    const world = kit.createWorld();
    const entities = world.spawnMany(5, { burning: {} });
    const visited: kit.Entity[] = [];
    world.select([Burning]).each((_burning, entity) => {
      visited.push(entity);
      expect(world.remove(entity, Burning)).toBe(true);
      world.despawn(entities[4]);
      world.spawn({ burning: {} });
    });
    expect(visited).toEqual(entities);
    expect([world.query({ all: [Burning] }).count(), world.entityCount]).toEqual([5, 9]);
  });

  it("are kept when the loop throws, and applied at the next sync point", () => {
    const world = kit.createWorld();
    const [entity] = world.spawnMany(1, { position: {} });
    const loop = (): void =>
      world.select([Position]).each(() => {
        world.add(entity, Pinned);
        throw new Error("loop");
      });
    expect(loop).toThrow("loop");
    expect([world.commands.waiting, world.has(entity, Pinned)]).toEqual([1, false]);
    world.select([Position]).each(() => undefined);
    expect(world.has(entity, Pinned)).toBe(true);
  });

  it("write values at once", () => {
    const world = kit.createWorld();
    const entity = world.spawn({ position: {}, burning: {} });
    world.select([Position]).each((position) => {
      world.set(entity, Position, { x: 4 });
      world.set(entity, Burning, { heat: 1 });
      expect(position.x).toBe(4);
      expect(world.get(entity, Burning)?.heat).toBe(1);
    });
  });
});
