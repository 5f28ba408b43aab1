import { AfterDespawn, BeforeDespawn, type Entity } from "ecsgen/runtime";
import { describe, expect, it } from "vitest";
import { BoundTo, ChildOf, createWorld, Holds, Likes, type World } from "./kit/generated/index.js";

function populated(count: number): [World, ...Entity[]] {
  const world = createWorld();
  return [world, ...world.spawnMany(count)];
}

describe("the end of an entity", () => {
  it("takes its edges away, at both ends", () => {
    const [world, a, b, c] = populated(3);
    world.relations.add(a, Likes, b, { note: "a to b" });
    world.relations.add(b, Likes, c);
    world.relations.add(b, Likes, b);
    world.relations.add(a, Likes, c, { note: "a to c" });
    world.relations.add(c, Likes, b);
    expect(world.despawn(b)).toBe(true);
    expect(world.entityCount).toBe(2);
    expect(world.relations.count(Likes)).toBe(1);
    expect(world.relations.targets(a, Likes)).toEqual([c]);
    expect(world.relations.get(a, Likes, c)?.note).toBe("a to c");
    expect(world.relations.targets(c, Likes)).toEqual([]);
  });

  it("leaves nothing for the next entity with the same index", () => {
    const [world, a, b] = populated(2);
    world.relations.add(a, Likes, b);
    world.relations.add(b, Likes, a);
    world.despawn(a);
    const next = world.spawn();
    expect(world.relations.targets(next, Likes)).toEqual([]);
    expect(world.relations.sources(next, Likes)).toEqual([]);
    expect(world.relations.targets(b, Likes)).toEqual([]);
  });

  it("ends with it what cascades, however deep", () => {
    const [world, ...chain] = populated(20_000);
    for (let i = 1; i < chain.length; i++) world.relations.add(chain[i], ChildOf, chain[i - 1]);
    const half = chain.length / 2;
    expect(world.despawn(chain[half])).toBe(true);
    expect(world.entityCount).toBe(half);
    expect(world.relations.count(ChildOf)).toBe(half - 1);
    expect(world.isAlive(chain[half - 1])).toBe(true);
  });

  it("ends each once where cascading edges meet, or lead in a circle", () => {
    const [world, a, b, c, d, free] = populated(5);
    world.relations.add(b, BoundTo, a);
    world.relations.add(c, BoundTo, a);
    world.relations.add(d, BoundTo, b);
    world.relations.add(d, BoundTo, c);
    world.relations.add(a, BoundTo, d);
    expect(world.despawn(a)).toBe(true);
    expect(world.entityCount).toBe(1);
    expect(world.isAlive(free)).toBe(true);
    expect(world.relations.count(BoundTo)).toBe(0);
  });

  it("does not end the target with the source", () => {
    const [world, parent, child] = populated(2);
    world.relations.add(child, ChildOf, parent);
    world.despawn(child);
    expect(world.isAlive(parent)).toBe(true);
    expect(world.relations.sources(parent, ChildOf)).toEqual([]);
  });
});

describe("a target that must stay", () => {
  it("cannot be despawned, and the error names who holds it", () => {
    const [world, target, ...holders] = populated(8);
    for (const holder of holders) world.relations.add(holder, Holds, target);
    const before = world.entityCount;
    expect(() => world.despawn(target)).toThrow(
      /^entity 0 \(generation 1\) cannot be despawned: `app\.Holds` leads to it from entity 1 \(generation 1\), .*entity 5 \(generation 1\) and 2 more/,
    );
    expect(() => world.despawn(target)).toThrow(expect.objectContaining({ code: "RelationRefused" }));
    expect(world.entityCount).toBe(before);
    expect(world.relations.count(Holds)).toBe(7);
    for (const holder of holders) world.despawn(holder);
    expect(world.despawn(target)).toBe(true);
  });

  it("can end when it holds only itself, or when its holders end with it", () => {
    const [world, a, b] = populated(2);
    world.relations.add(a, Holds, a);
    world.relations.add(b, Holds, a);
    world.relations.add(b, ChildOf, a);
    expect(world.despawn(a)).toBe(true);
    expect(world.entityCount).toBe(0);
  });

  it("keeps all alive that would have ended with it", () => {
    const [world, parent, child, holder] = populated(3);
    world.relations.add(child, ChildOf, parent);
    world.relations.add(holder, Holds, child);
    expect(() => world.despawn(parent)).toThrow(
      "entity 1 (generation 1), which would end with entity 0 (generation 1), cannot be despawned",
    );
    expect(world.entityCount).toBe(3);
    expect(world.relations.sources(parent, ChildOf)).toEqual([child]);
  });

  it("refuses at the sync point, and what waits behind comes at the next one", () => {
    const [world, target, holder] = populated(2);
    world.relations.add(holder, Holds, target);
    world.commands.despawn(target);
    world.commands.despawn(holder);
    expect(() => world.flush()).toThrow(expect.objectContaining({ code: "RelationRefused" }));
    expect(world.isAlive(target)).toBe(true);
    world.flush();
    expect(world.isAlive(holder)).toBe(false);
    expect(world.despawn(target)).toBe(true);
  });

  it("goes with the world's other entities at `clear`", () => {
    const [world, target, holder] = populated(2);
    world.relations.add(holder, Holds, target);
    world.relations.add(holder, Likes, target);
    world.clear();
    expect(world.entityCount).toBe(0);
    expect(world.relations.count(Holds)).toBe(0);
    const [a, b] = world.spawnMany(2);
    expect(world.relations.has(a, Likes)).toBe(false);
    world.relations.add(a, Likes, b);
    expect(world.relations.sources(b, Likes)).toEqual([a]);
  });
});

describe("those who watch", () => {
  it("are told of each entity that ends with another, targets first, as one change", () => {
    const [world, a, b, c, d] = populated(4);
    world.relations.add(c, ChildOf, a);
    world.relations.add(b, ChildOf, a);
    world.relations.add(d, ChildOf, c);
    const told: unknown[] = [];
    world.events.subscribePost(AfterDespawn, ({ entity }) => {
      told.push(entity);
      world.spawn();
    });
    expect(world.despawn(a)).toBe(true);
    expect(told).toEqual([a, c, b, d]);
    expect(world.entityCount).toBe(4);
  });

  it("can keep one alive that would have ended, with what is bound to it", () => {
    const [world, a, b, c] = populated(3);
    world.relations.add(b, ChildOf, a);
    world.relations.add(c, ChildOf, b);
    world.events.subscribePre(BeforeDespawn, ({ entity }) => (entity === b ? "cancel" : undefined));
    expect(world.despawn(a)).toBe(true);
    expect(world.isAlive(b)).toBe(true);
    expect(world.relations.target(b, ChildOf)).toBeUndefined();
    expect(world.relations.target(c, ChildOf)).toBe(b);
    expect(world.despawn(b)).toBe(false);
    expect(world.isAlive(c)).toBe(true);
  });
});
