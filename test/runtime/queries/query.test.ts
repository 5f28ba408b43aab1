import { describe, expect, it } from "vitest";
import type { Entity, Filter } from "ecsgen/runtime";
import * as kit from "../kit/generated/index.js";

const { Burning, Chosen, Link, Paused, Pinned, Position, Seen, Velocity, Wet } = kit;

/** One entity for each name. */
function named(world: kit.World, all: Readonly<Record<string, kit.Components>>): (entities: Entity[]) => string {
  const names = new Map(Object.entries(all).map(([name, components]) => [world.spawn(components), name]));
  return (entities) => entities.map((entity) => names.get(entity) ?? "?").join(" ");
}

function zoo(): { world: kit.World; find: (filter: Filter) => string } {
  const world = kit.createWorld();
  const names = named(world, {
    bare: {},
    still: { position: {}, pinned: true },
    moving: { position: {}, velocity: {} },
    burning: { position: {}, velocity: {}, burning: {} },
    wet: { velocity: {}, wet: {}, paused: true },
    steam: { wet: {}, burning: {}, chosen: true },
    paused: { position: {}, paused: true },
  });
  return { world, find: (filter) => names(world.query(filter).entities()) };
}

describe("terms", () => {
  const cases: readonly (readonly [string, Filter, string])[] = [
    ["none at all", {}, "bare still moving burning wet steam paused"],
    ["all, one of a table", { all: [Position] }, "still moving burning paused"],
    ["all, several", { all: [Velocity, Position] }, "moving burning"],
    ["all, the same twice", { all: [Position, Position] }, "still moving burning paused"],
    ["all, a tag", { all: [Pinned] }, "still"],
    ["all, a toggle", { all: [Paused] }, "wet paused"],
    ["all, sparse", { all: [Burning] }, "burning steam"],
    ["all, two sparse", { all: [Wet, Burning] }, "steam"],
    ["all of every storage", { all: [Velocity, Wet, Paused] }, "wet"],
    ["none, of a table", { none: [Position] }, "bare wet steam"],
    ["none, sparse and toggle", { all: [Position], none: [Burning, Paused] }, "still moving"],
    ["all and none the same", { all: [Position], none: [Position] }, ""],
    ["any, of tables", { any: [Pinned, Chosen] }, "still steam"],
    ["any, of rows", { any: [Burning, Paused] }, "burning wet steam paused"],
    ["any, of both", { any: [Pinned, Burning] }, "still burning steam"],
    ["any, with others", { all: [Velocity], any: [Position, Paused], none: [Burning] }, "moving wet"],
    ["any, of what nobody has", { any: [Link, Seen] }, ""],
    ["any, an empty list", { all: [Pinned], any: [] }, "still"],
    ["optional changes nothing", { all: [Pinned], optional: [Burning, Velocity] }, "still"],
  ];

  it.each(cases)("%s", (_name, filter, expected) => {
    const { world, find } = zoo();
    expect(find(filter)).toBe(expected);
    const query = world.query(filter);
    const entities = query.entities();
    expect([query.count(), query.first(), query.isEmpty()]).toEqual([
      entities.length,
      entities[0],
      entities.length === 0,
    ]);
    const everyone = world.query({}).entities();
    expect(everyone.filter((entity) => query.has(entity)).sort()).toEqual([...entities].sort());
  });
});

describe("a query", () => {
  it("is one for the same terms, in whatever order, and lives on", () => {
    const world = kit.createWorld();
    const query = world.query({ all: [Position, Velocity], optional: [Link] });
    expect(world.query({ all: [Velocity, Position, Velocity], any: [] })).toBe(query);
    expect(world.query({ all: [Velocity], any: [Position] })).not.toBe(query);
    const entity = world.spawn({ position: {}, velocity: {}, pinned: true });
    expect(query.entities()).toEqual([entity]);
    world.remove(entity, Velocity);
    expect(query.isEmpty()).toBe(true);
  });

  it("finds nobody who waits for a queued spawn", () => {
    const world = kit.createWorld();
    const waiting = world.commands.spawn({ position: {} });
    const query = world.query({});
    expect([query.has(waiting), query.count()]).toEqual([false, 0]);
    world.flush();
    expect([query.has(waiting), query.count()]).toEqual([true, 1]);
  });

  it("says which rows of its tables are meant", () => {
    const world = kit.createWorld();
    world.spawnMany(3, { position: {} });
    const paused = world.spawn({ position: {}, paused: true });
    const query = world.query({ all: [Position, Paused] });
    const [table] = query.tables;
    expect([0, 1, 2, 3].map((row) => query.accepts(table, row))).toEqual([false, false, false, true]);
    expect([query.tableOf(paused), query.perRow, query.driver]).toEqual([table, true, undefined]);
  });

  it("refuses tokens of other worlds in every term", () => {
    const world = kit.createWorld();
    for (const term of ["all", "any", "none", "optional"]) {
      const find = (): unknown => world.query({ [term]: [{ ...Position }] });
      expect(find).toThrow(expect.objectContaining({ code: "UnknownComponent" }));
    }
  });
});

describe("order", () => {
  it("is that of tables as they came to be, and of rows in them", () => {
    const world = kit.createWorld();
    const late = world.query({ all: [Position] });
    const find = named(world, {
      a: { position: {}, pinned: true },
      b: { position: {} },
      c: { position: {}, pinned: true },
    });
    expect(find(late.entities())).toBe("a c b");
    expect(find(world.query({ all: [Position], none: [Burning] }).entities())).toBe("a c b");
  });

  it("has the last row in the place of one that left", () => {
    const world = kit.createWorld();
    const [a, b, c, d] = world.spawnMany(4, { position: {} });
    world.despawn(b);
    expect(world.query({ all: [Position] }).entities()).toEqual([a, d, c]);
  });

  it("is that of the first sparse component that is required", () => {
    const world = kit.createWorld();
    const [a, b, c] = world.spawnMany(3, { position: {} });
    for (const entity of [c, a, b]) world.add(entity, Wet);
    for (const entity of [b, c]) world.add(entity, Burning);
    expect(world.query({ all: [Wet] }).entities()).toEqual([c, a, b]);
    expect(world.query({ all: [Position, Wet, Burning] }).entities()).toEqual([b, c]);
    expect(world.query({ any: [Wet] }).entities()).toEqual([a, b, c]);
    world.remove(c, Wet);
    expect(world.query({ all: [Wet] }).entities()).toEqual([b, a]);
  });
});
