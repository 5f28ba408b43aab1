import type { Entity } from "ecsgen/runtime";
import { describe, expect, it } from "vitest";
import { AimsAt, ChildOf, createWorld, Likes, Needs, type World } from "./kit/generated/index.js";

/** Pairs of child and parent, by number. */
function family(count: number, pairs: readonly (readonly [child: number, parent: number])[]): [World, Entity[]] {
  const world = createWorld();
  const entities = world.spawnMany(count);
  for (const [child, parent] of pairs) world.relations.add(entities[child], ChildOf, entities[parent]);
  return [world, entities];
}

describe("a hierarchy", () => {
  const pairs = [
    [5, 2],
    [1, 4],
    [2, 4],
    [3, 1],
    [6, 0],
  ] as const;

  it("goes by depth, parents before children", () => {
    const [world, all] = family(8, pairs);
    expect(world.relations.roots(ChildOf)).toEqual([all[0], all[4]]);
    expect(world.relations.hierarchy(ChildOf)).toEqual([0, 4, 6, 1, 2, 3, 5].map((i) => all[i]));
    expect(world.relations.ancestors(all[5], ChildOf)).toEqual([all[2], all[4]]);
    expect(world.relations.ancestors(all[4], ChildOf)).toEqual([]);
    expect(world.relations.descendants(all[4], ChildOf)).toEqual([1, 2, 3, 5].map((i) => all[i]));
    expect(world.relations.descendants(all[7], ChildOf)).toEqual([]);
  });

  it("is kept until an edge comes or goes", () => {
    const [world, all] = family(8, pairs);
    const order = world.relations.hierarchy(ChildOf);
    expect(world.relations.hierarchy(ChildOf)).toBe(order);
    world.despawn(all[4]);
    expect(world.relations.hierarchy(ChildOf)).toEqual([all[0], all[6]]);
    expect(world.entityCount).toBe(3);
    world.clear();
    expect(world.relations.hierarchy(ChildOf)).toEqual([]);
  });

  it("refuses the edge that would close a circle, and names the way", () => {
    const [world, all] = family(8, pairs);
    const circle = () => world.relations.add(all[4], ChildOf, all[5]);
    expect(circle).toThrow(expect.objectContaining({ code: "RelationCycle" }));
    expect(circle).toThrow(
      "relation `app.ChildOf` would lead back to where it starts: entity 4 (generation 1) → entity 5 (generation 1) → entity 2 (generation 1) → entity 4 (generation 1)",
    );
    expect(() => world.relations.add(all[7], ChildOf, all[7])).toThrow("entity 7 (generation 1) → entity 7");
    expect(world.relations.count(ChildOf)).toBe(5);
    expect(world.relations.target(all[4], ChildOf)).toBeUndefined();
  });

  it("may be rebuilt, since only the way up counts", () => {
    const [world, all] = family(8, pairs);
    world.relations.add(all[5], ChildOf, all[0]);
    world.relations.add(all[4], ChildOf, all[5]);
    expect(world.relations.ancestors(all[3], ChildOf)).toEqual([1, 4, 5, 0].map((i) => all[i]));
  });

  it("refuses a queued circle at the sync point", () => {
    const [world, all] = family(8, pairs);
    world.commands.relate(all[4], ChildOf, all[0]);
    world.commands.relate(all[0], ChildOf, all[5]);
    expect(() => world.flush()).toThrow(expect.objectContaining({ code: "RelationCycle" }));
    expect(world.relations.target(all[4], ChildOf)).toBe(all[0]);
    expect(world.relations.target(all[0], ChildOf)).toBeUndefined();
  });

  it("is no hierarchy with many targets", () => {
    const [world, all] = family(2, []);
    // Untyped callers: TypeScript refuses it.
    const calls: (() => unknown)[] = [
      () => Reflect.apply(world.relations.roots, world.relations, [Likes]),
      () => Reflect.apply(world.relations.target, world.relations, [all[0], Likes]),
    ];
    for (const call of calls) expect(call).toThrow("relation `app.Likes` allows many targets, so it is no hierarchy");
  });
});

describe("circles that are allowed", () => {
  it("are met by whoever asks for a hierarchy", () => {
    const world = createWorld();
    const [a, b, c, d] = world.spawnMany(4);
    const { relations } = world;
    relations.add(a, AimsAt, b);
    relations.add(b, AimsAt, c);
    relations.add(c, AimsAt, b);
    relations.add(d, AimsAt, a);
    const circle =
      /relation `app\.AimsAt` leads back to where it starts: entity ([12]) \(generation 1\) → entity [12] \(generation 1\) → entity \1 /;
    expect(() => relations.hierarchy(AimsAt)).toThrow(circle);
    expect(() => relations.ancestors(d, AimsAt)).toThrow(circle);
    expect(() => relations.descendants(b, AimsAt)).toThrow(circle);
    expect(relations.descendants(a, AimsAt)).toEqual([d]);
    relations.remove(c, AimsAt);
    expect(relations.hierarchy(AimsAt)).toEqual([c, b, a, d]);
  });
});

describe("a relation with many targets and without circles", () => {
  it("finds the way through any of its edges", () => {
    const world = createWorld();
    const [a, b, c, d] = world.spawnMany(4);
    world.relations.add(a, Needs, b);
    world.relations.add(a, Needs, c);
    world.relations.add(b, Needs, d);
    world.relations.add(c, Needs, d);
    expect(() => world.relations.add(d, Needs, a)).toThrow(
      "would lead back to where it starts: entity 3 (generation 1) → entity 0 (generation 1) → entity 1 (generation 1) → entity 3",
    );
    world.relations.add(b, Needs, c);
    expect(() => world.relations.add(c, Needs, b)).toThrow("would lead back");
  });
});
