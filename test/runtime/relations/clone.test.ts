// What a copy of an entity gets of the relations of its original: what starts from it, never what leads to it.
import { BeforeSpawn } from "ecsgen/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../kit/code-of.js";
import {
  AimsAt,
  BoundTo,
  ChildOf,
  createWorld,
  Holds,
  Likes,
  Needs,
  Position,
  type World,
} from "./kit/generated/index.js";

let world: World;
let relations: World["relations"];

beforeEach(() => {
  world = createWorld();
  relations = world.relations;
});

describe("the copy of an entity", () => {
  it("has the edges that start from it, with data of their own, in order", () => {
    const [a, b, c] = world.spawnMany(3, { position: {} });
    relations.add(a, Likes, c, { amount: 3, note: "old friends" });
    relations.add(a, Likes, b);
    relations.add(a, AimsAt, b, { offset: { x: 7 } });
    const copy = world.batches.clone(a);
    expect(relations.targets(copy, Likes)).toEqual([c, b]);
    expect(relations.get(copy, Likes, c)).toEqual(relations.get(a, Likes, c));
    expect(relations.get(copy, AimsAt, b)).toEqual({ offset: { x: 7, y: 2 } });
    expect(relations.sources(b, Likes)).toEqual([a, copy]);
    relations.set(copy, Likes, c, { amount: 1 });
    expect(relations.get(a, Likes, c)?.amount).toBe(3);
    expect(world.validate()).toEqual([]);
  });

  it("has none of the edges that lead to it", () => {
    const [cart, wheel, owner] = world.spawnMany(3, { position: {} });
    relations.add(wheel, ChildOf, cart);
    relations.add(owner, Holds, cart);
    const copy = world.batches.clone(cart);
    expect([relations.countSources(copy, ChildOf), relations.countSources(copy, Holds)]).toEqual([0, 0]);
    expect([relations.count(ChildOf), relations.count(Holds)]).toEqual([1, 1]);
    expect(world.despawn(copy)).toBe(true);
  });

  it("keeps to the rules of exclusive and acyclic relations, and ends with its target where they cascade", () => {
    const [cart, wheel, need] = world.spawnMany(3, { position: {} });
    relations.add(wheel, ChildOf, cart);
    relations.add(wheel, Needs, need);
    const copy = world.batches.clone(wheel);
    expect(relations.target(copy, ChildOf)).toBe(cart);
    expect(codeOf(() => relations.add(need, Needs, copy))).toBe("RelationCycle");
    expect([relations.countTargets(wheel, ChildOf), relations.countTargets(copy, ChildOf)]).toEqual([1, 1]);
    world.despawn(cart);
    expect([world.isAlive(wheel), world.isAlive(copy)]).toEqual([false, false]);
  });

  it("refuses the end of what it holds, as its original does", () => {
    const [holder, held] = world.spawnMany(2, { position: {} });
    relations.add(holder, Holds, held);
    const copy = world.batches.clone(holder);
    world.despawn(holder);
    expect(codeOf(() => world.despawn(held))).toBe("RelationRefused");
    world.despawn(copy);
    expect(world.despawn(held)).toBe(true);
  });

  it("leads to its original where that leads to itself", () => {
    const self = world.spawn();
    relations.add(self, Likes, self, { amount: 2 });
    const copy = world.batches.clone(self);
    expect([relations.targets(copy, Likes), relations.sources(self, Likes)]).toEqual([[self], [self, copy]]);
    expect(relations.countSources(copy, Likes)).toBe(0);
  });

  it("comes with its edges at the sync point when it is made in a loop", () => {
    const [wheel, cart] = world.spawnMany(2, { position: {} });
    relations.add(wheel, BoundTo, cart);
    const copies = world
      .query({ all: [BoundTo] })
      .entities()
      .map((entity) => {
        let copy = entity;
        world.select([Position]).each(() => {
          if (copy === entity) copy = world.batches.clone(entity);
          expect(relations.count(BoundTo)).toBe(1);
        });
        return copy;
      });
    expect(relations.sources(cart, BoundTo)).toEqual([wheel, ...copies]);
  });

  it("is not made, nor its edges, when a handler refuses it", () => {
    const [a, b] = world.spawnMany(2, { position: {} });
    relations.add(a, Likes, b);
    world.events.subscribePre(BeforeSpawn, () => "cancel");
    expect(codeOf(() => world.batches.clone(a))).toBe("Cancelled");
    world.select([Position]).each(() => void world.batches.clone(a));
    expect([world.entityCount, relations.count(Likes)]).toEqual([2, 1]);
    expect(world.validate()).toEqual([]);
  });

  it("is not made when its edges find no room", () => {
    const small = createWorld({ memory: { maxBytes: 1 << 16 } });
    const [hub, ...others] = small.spawnMany(40);
    for (const other of others) small.relations.add(hub, Likes, other);
    const counts = (): number[] => [small.entityCount, small.relations.count(Likes)];
    let before = counts();
    const fill = (): void => {
      for (let copies = 0; copies < 1000; copies++) {
        before = counts();
        small.batches.clone(hub);
      }
    };
    expect(codeOf(fill)).toBe("ArenaFull");
    expect(counts()).toEqual(before);
    expect(small.validate()).toEqual([]);
  });
});
