import type { Entity } from "ecsgen/runtime";
import { describe, expect, it } from "vitest";
import { Burning, ChildOf, createWorld, Likes, Pinned, Position, Seen, type World } from "./kit/generated/index.js";

/** Entities 0 to 5: positions on all but 3, 1 to 4 are children of 0 in the order 4, 2, 3, 1; 1 and 2 like 5. */
function family(): [World, Entity[]] {
  const world = createWorld();
  const all = [0, 1, 2, 3, 4, 5].map((x) => world.spawn(x === 3 ? {} : { position: { x } }));
  for (const child of [4, 2, 3, 1]) world.relations.add(all[child], ChildOf, all[0]);
  for (const one of [1, 2]) world.relations.add(all[one], Likes, all[5]);
  return [world, all];
}

describe("a query", () => {
  it("finds the sources of any target, in its own order", () => {
    const [world, all] = family();
    const found = world.query({ all: [Position, ChildOf] });
    expect(found.entities()).toEqual([1, 2, 4].map((i) => all[i]));
    expect(found.count()).toBe(3);
    world.relations.remove(all[2], ChildOf);
    expect(found.entities()).toEqual([1, 4].map((i) => all[i]));
  });

  it("finds the sources of one target, in order of adding", () => {
    const [world, all] = family();
    expect(world.query({ all: [[ChildOf, all[0]]] }).entities()).toEqual([4, 2, 3, 1].map((i) => all[i]));
    expect(world.query({ all: [Position, [ChildOf, all[0]]] }).entities()).toEqual([4, 2, 1].map((i) => all[i]));
    expect(world.query({ all: [[ChildOf, all[0]]] }).first()).toBe(all[4]);
    expect(world.query({ all: [[ChildOf, all[1]]] }).isEmpty()).toBe(true);
  });

  it("takes relations in every part", () => {
    const [world, all] = family();
    const found = (filter: Parameters<World["query"]>[0]): (number | undefined)[] =>
      world
        .query(filter)
        .entities()
        .map((entity) => all.indexOf(entity));
    expect(found({ all: [Position], none: [ChildOf] })).toEqual([0, 5]);
    expect(found({ all: [Position], none: [[ChildOf, all[0]]] })).toEqual([0, 5]);
    expect(found({ all: [ChildOf], none: [Likes] }).sort()).toEqual([3, 4]);
    expect(
      found({
        all: [
          [ChildOf, all[0]],
          [Likes, all[5]],
        ],
      }),
    ).toEqual([2, 1]);
    expect(found({ all: [Position], any: [Likes, Pinned] })).toEqual([1, 2]);
    expect(found({ any: [[Likes, all[5]], Pinned] })).toEqual([1, 2]);
    world.add(all[5], Pinned);
    expect(found({ any: [[Likes, all[5]], Pinned] })).toEqual([1, 2, 5]);
    expect(found({ any: [[Likes, all[0]]] })).toEqual([]);
  });

  it("is driven by the sources of a target before a sparse component", () => {
    const [world, all] = family();
    for (const one of [1, 2, 4, 5]) world.add(all[one], Burning);
    expect(world.query({ all: [Burning, [ChildOf, all[0]]] }).entities()).toEqual([4, 2, 1].map((i) => all[i]));
    expect(world.query({ all: [Burning, ChildOf] }).entities()).toEqual([1, 2, 4].map((i) => all[i]));
  });

  it("is the same one for the same terms, and keeps none for a target", () => {
    const [world, all] = family();
    expect(world.query({ all: [ChildOf, Position] })).toBe(world.query({ all: [Position, ChildOf, ChildOf] }));
    expect(world.query({ all: [ChildOf] })).not.toBe(world.query({ all: [Likes] }));
    expect(world.query({ all: [ChildOf] })).not.toBe(world.query({ none: [ChildOf] }));
    expect(world.query({ all: [[ChildOf, all[0]]] })).not.toBe(world.query({ all: [[ChildOf, all[0]]] }));
  });

  it("sees tables that come later", () => {
    const [world, all] = family();
    const query = world.query({ all: [Position, [ChildOf, all[0]]] });
    const late = world.spawn({ position: {}, pinned: true });
    world.relations.add(late, ChildOf, all[0]);
    expect(query.entities()).toEqual([all[4], all[2], all[1], late]);
  });

  it("finds nothing any more when its target has ended", () => {
    const [world, all] = family();
    const query = world.query({ all: [[Likes, all[5]]] });
    const without = world.query({ all: [Position], none: [[Likes, all[5]]] });
    expect(query.count()).toBe(2);
    world.despawn(all[5]);
    const next = world.spawn({ position: {} });
    world.relations.add(all[1], Likes, next);
    expect(query.entities()).toEqual([]);
    expect(without.entities()).toEqual([all[0], all[1], all[2], all[4], next]);
  });
});

describe("a selection", () => {
  it("narrows by relation, with cursors at the right rows", () => {
    const [world, all] = family();
    const seen: unknown[] = [];
    world.select([Position], { all: [[ChildOf, all[0]]] }).each((position, entity) => {
      seen.push([position.x, entity]);
      world.relations.remove(entity, ChildOf);
    });
    expect(seen).toEqual([
      [4, all[4]],
      [2, all[2]],
      [1, all[1]],
    ]);
    expect(world.relations.sources(all[0], ChildOf)).toEqual([all[3]]);
  });
});

describe("a schedule", () => {
  it("filters by relation", () => {
    const [world] = family();
    world.step(1 / 60);
    expect(world.resource(Seen)).toEqual({ children: 3, free: 2 });
  });
});
