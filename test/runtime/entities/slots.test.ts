import { describe, expect, it } from "vitest";
import { generationOf, indexOf, makeEntity, NO_ENTITY, type Entity } from "../../../runtime/entities/entity.js";
import { Slots } from "../../../runtime/entities/slots.js";
import { Memory } from "../../../runtime/memory/memory.js";

function take(slots: Slots): Entity {
  const id = slots.take();
  if (id === undefined) throw new Error("no id left");
  return id;
}

function parts(id: Entity): [index: number, generation: number] {
  return [indexOf(id), generationOf(id)];
}

describe("ids", () => {
  it("hold 22 bits of index and 10 of generation in a signed integer", () => {
    const id = makeEntity(4_194_302, 1023);
    expect(parts(id)).toEqual([4_194_302, 1023]);
    expect(id).toBe(id | 0);
    expect(NO_ENTITY).toBe(0);
  });

  it("start with index 0 and generation 1, so that none is `NO_ENTITY`", () => {
    const slots = new Slots(new Memory());
    expect([take(slots), take(slots)].map(parts)).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });

  it("reuse indices first-in first-out, each with its next generation", () => {
    const slots = new Slots(new Memory());
    const ids = Array.from({ length: 4 }, () => take(slots));
    for (const place of [2, 0, 3]) slots.release(ids[place]);
    expect([take(slots), take(slots), take(slots), take(slots)].map(parts)).toEqual([
      [2, 2],
      [0, 2],
      [3, 2],
      [4, 1],
    ]);
  });

  it("retire an index after 1,023 generations, and then only that", () => {
    const slots = new Slots(new Memory());
    const seen = new Set<Entity>();
    for (let i = 0; i < 1023; i++) {
      const id = take(slots);
      expect(parts(id)).toEqual([0, i + 1]);
      seen.add(id);
      slots.release(id);
    }
    expect(parts(take(slots))).toEqual([1, 1]);
    expect([...seen].filter((id) => slots.isAlive(id))).toEqual([]);
    expect(slots.count).toBe(1);
  });

  it("are released once", () => {
    const slots = new Slots(new Memory());
    const id = take(slots);
    expect([slots.release(id), slots.release(id), slots.count]).toEqual([true, false, 0]);
  });

  it("are given under an index that was never in use, with all below it free", () => {
    const slots = new Slots(new Memory());
    const id = slots.takeAt(3);
    expect([id && parts(id), slots.count, slots.used]).toEqual([[3, 1], 1, 4]);
    expect(slots.free().map(parts)).toEqual([0, 1, 2].map((index) => [index, 1]));
    expect(Array.from({ length: 4 }, () => take(slots)).map(indexOf)).toEqual([0, 1, 2, 4]);
  });

  it.each([
    ["the first", 2, [0, 3]],
    ["one in the middle", 0, [2, 3]],
    ["the last", 3, [2, 0]],
  ])("are given under a free index, which may be %s in line", (_, index, others) => {
    const slots = new Slots(new Memory());
    const ids = Array.from({ length: 5 }, () => take(slots));
    for (const place of [2, 0, 3]) slots.release(ids[place]);
    const id = slots.takeAt(index);
    expect(id && parts(id)).toEqual([index, 2]);
    slots.release(ids[1]);
    expect(slots.free().map(parts)).toEqual([...others, 1].map((free) => [free, 2]));
    expect(slots.living().map(indexOf)).toEqual([index, 4].sort((a, b) => a - b));
  });

  it("are not given under an index that is in use or retired", () => {
    const slots = new Slots(new Memory());
    const id = take(slots);
    expect([slots.takeAt(0), slots.count]).toEqual([undefined, 1]);
    slots.restore([], [], [makeEntity(indexOf(id), 1023)]);
    expect([slots.takeAt(0), slots.count]).toEqual([undefined, 0]);
  });

  it("are listed in order of their index while they live", () => {
    const slots = new Slots(new Memory());
    const ids = Array.from({ length: 5 }, () => take(slots));
    slots.release(ids[1]);
    slots.release(ids[3]);
    expect(slots.living()).toEqual([ids[0], ids[2], ids[4]]);
  });
});

describe("what was never handed out is not alive", () => {
  const forgeries: readonly [string, unknown][] = [
    ["no entity", NO_ENTITY],
    ["nothing", undefined],
    ["null", null],
    ["a text", "0"],
    ["half a number", 0.5],
    ["no number", NaN],
    ["generation 0", makeEntity(1, 0)],
    ["the last index", makeEntity(4_194_303, 1)],
    ["the last generation", makeEntity(0, 1023)],
    ["more than 32 bits", 2 ** 32 + makeEntity(0, 1)],
  ];

  it.each(forgeries)("%s, in a world without entities", (_name, forged) => {
    const slots = new Slots(new Memory());
    expect(slots.isAlive(forged as Entity)).toBe(false);
    slots.reserve(10);
    expect(slots.isAlive(forged as Entity)).toBe(false);
  });

  it.each(forgeries)("%s, in one with living, freed and retired indices", (_name, forged) => {
    const slots = new Slots(new Memory());
    const ids = Array.from({ length: 70 }, () => take(slots));
    for (const place of [0, 5, 6]) slots.release(ids[place]);
    expect(slots.isAlive(forged as Entity)).toBe(false);
    expect(slots.release(forged as Entity)).toBe(false);
  });

  it("any id at all but the living ones, whatever their index and generation", () => {
    const slots = new Slots(new Memory());
    const ids = Array.from({ length: 6 }, () => take(slots));
    for (const place of [1, 4, 2]) slots.release(ids[place]);
    const living = new Set([ids[0], ids[3], ids[5]]);
    for (let index = 0; index < 80; index++) {
      for (let generation = 0; generation < 1024; generation++) {
        const id = makeEntity(index, generation);
        if (slots.isAlive(id) !== living.has(id)) expect(parts(id)).toBe("alive if and only if it lives");
      }
    }
  });
});
