import { NO_ENTITY, type Entity } from "ecsgen/runtime";
import { describe, expect, it } from "vitest";
import { AimsAt, ChildOf, createWorld, Holds, Likes, Needs, Position, type World } from "./kit/generated/index.js";

function populated(count: number): { readonly world: World; readonly entities: readonly Entity[] } {
  const world = createWorld();
  return { world, entities: world.spawnMany(count, { position: {} }) };
}

describe("a relation with many targets", () => {
  it("leads from a source to targets, in order of adding", () => {
    const {
      world: { relations },
      entities: [a, b, c],
    } = populated(3);
    relations.add(a, Likes, c, { amount: 3 });
    relations.add(a, Likes, b);
    relations.add(b, Likes, c);
    expect(relations.targets(a, Likes)).toEqual([c, b]);
    expect(relations.sources(c, Likes)).toEqual([a, b]);
    expect(relations.count(Likes)).toBe(3);
    expect(relations.countTargets(a, Likes)).toBe(2);
    expect(relations.countSources(c, Likes)).toBe(2);
    expect(relations.has(a, Likes, b)).toBe(true);
    expect(relations.has(b, Likes, a)).toBe(false);
    expect(relations.has(b, Likes)).toBe(true);
    expect(relations.has(c, Likes)).toBe(false);
  });

  it("has data of its own for each edge", () => {
    const {
      world: { relations },
      entities: [a, b, c],
    } = populated(3);
    relations.add(a, Likes, b, { since: 5n, note: "old friends" });
    relations.add(a, Likes, c, { amount: 0.5, why: "kind" });
    expect(relations.get(a, Likes, b)).toEqual({ amount: 1, since: 5n, note: "old friends", why: undefined });
    relations.set(a, Likes, b, { amount: 2 });
    expect(relations.get(a, Likes, b)).toEqual({ amount: 2, since: 5n, note: "old friends", why: undefined });
    expect(relations.get(a, Likes, c)).toEqual({ amount: 0.5, since: 0n, note: "", why: "kind" });
    expect(relations.get(b, Likes, a)).toBeUndefined();
  });

  it("writes an edge that is added again anew, in its old place", () => {
    const {
      world: { relations },
      entities: [a, b, c],
    } = populated(3);
    relations.add(a, Likes, b, { amount: 3, note: "x" });
    relations.add(a, Likes, c);
    relations.add(a, Likes, b, { amount: 4 });
    expect(relations.targets(a, Likes)).toEqual([b, c]);
    expect(relations.get(a, Likes, b)).toMatchObject({ amount: 4, note: "" });
  });

  it("loses one edge or all of a source, and says how many", () => {
    const {
      world: { relations },
      entities: [a, b, c],
    } = populated(3);
    for (const target of [a, b, c]) relations.add(a, Likes, target, { note: `to ${target}` });
    relations.add(b, Likes, a);
    expect(relations.remove(a, Likes, b)).toBe(1);
    expect(relations.remove(a, Likes, b)).toBe(0);
    expect(relations.targets(a, Likes)).toEqual([a, c]);
    expect(relations.get(a, Likes, c)?.note).toBe(`to ${c}`);
    expect(relations.remove(a, Likes)).toBe(2);
    expect(relations.remove(a, Likes)).toBe(0);
    expect(relations.sources(a, Likes)).toEqual([b]);
  });

  it("keeps objects as they are, and drops them with the edge", () => {
    const {
      world: { relations },
      entities: [a, b],
    } = populated(2);
    const handle = { label: "mine" };
    relations.add(a, Needs, b, { handle });
    expect(relations.get(a, Needs, b)?.handle).toBe(handle);
    relations.remove(a, Needs, b);
    relations.add(a, Needs, b);
    expect(relations.get(a, Needs, b)?.handle).toBeUndefined();
  });

  it("finds an edge between two hubs", () => {
    const { world, entities } = populated(100);
    for (const source of entities) for (const target of entities) world.relations.add(source, Likes, target);
    for (const source of entities.slice(0, 50)) world.relations.remove(source, Likes, entities[7]);
    expect(world.relations.count(Likes)).toBe(9_950);
    expect(world.relations.has(entities[49], Likes, entities[7])).toBe(false);
    expect(world.relations.has(entities[50], Likes, entities[7])).toBe(true);
    expect(world.relations.countSources(entities[7], Likes)).toBe(50);
  });
});

describe("an exclusive relation", () => {
  it("has one target at a time", () => {
    const {
      world: { relations },
      entities: [a, b, c],
    } = populated(3);
    relations.add(a, AimsAt, b, { offset: { x: 1 } });
    expect(relations.target(a, AimsAt)).toBe(b);
    relations.add(a, AimsAt, c);
    expect(relations.target(a, AimsAt)).toBe(c);
    expect(relations.get(a, AimsAt, c)).toEqual({ offset: { x: 0, y: 2 } });
    expect(relations.get(a, AimsAt, b)).toBeUndefined();
    expect(relations.sources(b, AimsAt)).toEqual([]);
    expect(relations.count(AimsAt)).toBe(1);
    expect(relations.target(b, AimsAt)).toBeUndefined();
  });

  it("may lead in a circle, and to itself", () => {
    const {
      world: { relations },
      entities: [a, b],
    } = populated(2);
    relations.add(a, AimsAt, b);
    relations.add(b, AimsAt, a);
    relations.add(a, AimsAt, a);
    expect(relations.sources(a, AimsAt)).toEqual([b, a]);
    expect(relations.remove(a, AimsAt)).toBe(1);
    expect(relations.sources(a, AimsAt)).toEqual([b]);
  });

  it("keeps the edge it had when a new one cannot be written", () => {
    const {
      world: { relations },
      entities: [a, b, c],
    } = populated(3);
    relations.add(a, AimsAt, b, { offset: { x: 7 } });
    const wrong = {
      offset: {
        get x(): number {
          throw new Error("no number");
        },
      },
    };
    expect(() => relations.add(a, AimsAt, c, wrong)).toThrow("no number");
    expect(relations.target(a, AimsAt)).toBe(b);
    expect(relations.get(a, AimsAt, b)?.offset.x).toBe(7);
    expect(relations.count(AimsAt)).toBe(1);
  });
});

describe("going through edges", () => {
  it("gives cursors that read and write", () => {
    const {
      world: { relations },
      entities: [a, b, c],
    } = populated(3);
    relations.add(a, Likes, b, { amount: 1 });
    relations.add(a, Likes, c, { amount: 2 });
    relations.add(b, Likes, c, { amount: 4 });
    const seen: unknown[] = [];
    relations.eachTarget(a, Likes, (target, likes) => {
      seen.push([target, likes.amount]);
      likes.amount += 10;
    });
    expect(seen).toEqual([
      [b, 1],
      [c, 2],
    ]);
    seen.length = 0;
    relations.eachSource(c, Likes, (source, likes) => seen.push([source, likes.amount]));
    expect(seen).toEqual([
      [a, 12],
      [b, 4],
    ]);
    seen.length = 0;
    relations.each(Likes, (source, target, likes) => seen.push([source, target, likes.amount]));
    expect(seen).toEqual([
      [a, b, 11],
      [a, c, 12],
      [b, c, 4],
    ]);
  });

  it("gives `true` for an edge without data", () => {
    const {
      world: { relations },
      entities: [a, b],
    } = populated(2);
    relations.add(a, ChildOf, b);
    expect(relations.get(a, ChildOf, b)).toBe(true);
    relations.eachSource(b, ChildOf, (source, data) => expect([source, data]).toEqual([a, true]));
    expect.assertions(2);
  });

  it("queues what changes meanwhile, in nested loops as well", () => {
    const { world, entities } = populated(4);
    const [a, b, c, d] = entities;
    const { relations } = world;
    for (const target of [b, c]) relations.add(a, Likes, target);
    const seen: Entity[] = [];
    relations.eachTarget(a, Likes, (target) => {
      expect(relations.remove(a, Likes, target)).toBe(1);
      relations.add(a, Likes, d, { note: "new" });
      relations.eachSource(target, Likes, (source) => seen.push(source));
      expect(relations.targets(a, Likes)).toEqual([b, c]);
    });
    expect(seen).toEqual([a, a]);
    expect(relations.targets(a, Likes)).toEqual([d]);
    expect(relations.get(a, Likes, d)?.note).toBe("new");
  });

  it("relates entities that are spawned in the same loop", () => {
    const { world, entities } = populated(1);
    let wheel = NO_ENTITY;
    world.select([Position]).each((_position, cart) => {
      wheel = world.spawn({ position: {} });
      world.relations.add(wheel, ChildOf, cart);
    });
    expect(world.relations.sources(entities[0], ChildOf)).toEqual([wheel]);
  });

  it("waits for an entity whose spawn waits", () => {
    const { world, entities } = populated(1);
    const wheel = world.commands.spawn({ position: {} });
    world.relations.add(wheel, ChildOf, entities[0]);
    expect(world.relations.has(wheel, ChildOf)).toBe(false);
    world.flush();
    expect(world.relations.target(wheel, ChildOf)).toBe(entities[0]);
  });

  it("drops queued edges of entities that ended meanwhile", () => {
    const { world, entities } = populated(3);
    const [a, b, c] = entities;
    world.commands.relate(a, Likes, b);
    world.commands.relate(b, Likes, c);
    world.commands.relate(a, Likes, c);
    world.commands.unrelate(b, Likes);
    world.despawn(b);
    world.flush();
    expect(world.relations.targets(a, Likes)).toEqual([c]);
    expect(world.commands.waiting).toBe(0);
  });
});

describe("misuse", () => {
  const stale = /generation 1\) is not alive, so `add` of `app\.Likes`/;

  it("is detected for ends that are not alive", () => {
    const { world, entities } = populated(2);
    const [a, b] = entities;
    const { relations } = world;
    world.despawn(b);
    world.spawn();
    expect(() => relations.add(b, Likes, a)).toThrow(stale);
    expect(() => relations.add(a, Likes, b)).toThrow(stale);
    expect(() => world.commands.relate(a, Likes, b)).toThrow("is not alive");
    const calls = [
      () => relations.remove(b, Likes),
      () => relations.remove(a, Likes, b),
      () => relations.has(b, Likes),
      () => relations.has(a, Likes, b),
      () => relations.get(b, Likes, a),
      () => relations.set(b, Likes, a, {}),
      () => relations.targets(b, Likes),
      () => relations.sources(b, Likes),
      () => relations.target(b, ChildOf),
      () => relations.countTargets(b, Likes),
      () => relations.countSources(b, Likes),
      () => relations.ancestors(b, ChildOf),
      () => relations.descendants(b, ChildOf),
      () => relations.eachTarget(b, Likes, () => undefined),
      () => relations.eachSource(b, Likes, () => undefined),
      () => relations.has(NO_ENTITY, Likes),
      () => world.query({ all: [[Likes, b]] }),
      () => world.commands.unrelate(b, Likes),
    ];
    for (const call of calls) expect(call).toThrow(expect.objectContaining({ code: "StaleEntity" }));
  });

  it("is detected for relations of another layout", () => {
    const { world, entities } = populated(2);
    const [a, b] = entities;
    const foreign = { ...Likes };
    const unknown = expect.objectContaining({ code: "UnknownRelation" });
    expect(() => world.relations.add(a, foreign, b)).toThrow(unknown);
    expect(() => world.relations.count({ ...Likes, index: 99 })).toThrow(unknown);
    expect(() => world.query({ none: [foreign] })).toThrow("relation `app.Likes` is not part of this world");
    expect(() => world.query({ any: [[foreign, a]] })).toThrow(unknown);
  });

  it("is detected for an edge that is not there", () => {
    const { world, entities } = populated(2);
    const [a, b] = entities;
    expect(() => world.relations.set(a, Likes, b, { amount: 1 })).toThrow(
      /no `app\.Likes` leads from entity 0 \(generation 1\) to entity 1 \(generation 1\)/,
    );
  });

  it("changes nothing when the arena is full", () => {
    const world = createWorld({ memory: { initialBytes: 16_384, maxBytes: 65_536 } });
    const entities = world.spawnMany(300, { position: {} });
    const full = (): void => {
      for (const source of entities) for (const target of entities) world.relations.add(source, Holds, target);
    };
    expect(full).toThrow(expect.objectContaining({ code: "ArenaFull" }));
    const count = world.relations.count(Holds);
    const listed = entities.flatMap((source) => world.relations.targets(source, Holds));
    expect(listed.length).toBe(count);
    expect(entities.reduce((sum, target) => sum + world.relations.countSources(target, Holds), 0)).toBe(count);
  });
});
