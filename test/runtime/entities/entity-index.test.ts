import { describe, expect, it } from "vitest";
import { EntityIndex, noTable } from "../../../runtime/entities/entity-index.js";
import { makeEntity, NO_ENTITY } from "../../../runtime/entities/entity.js";
import { Memory } from "../../../runtime/memory/memory.js";

describe("the limit", () => {
  it.each([-1, 0.5, 4_194_304, NaN])("is not %s", (limit) => {
    expect(() => new EntityIndex(new Memory(), limit)).toThrow(expect.objectContaining({ code: "InvalidArgument" }));
  });

  it("counts who lives, not who lived", () => {
    const index = new EntityIndex(new Memory(), 2);
    const first = index.reserve();
    index.reserve();
    expect(() => index.reserve()).toThrow(expect.objectContaining({ code: "EntityLimit" }));
    index.release(first);
    index.reserve();
    expect(index.count).toBe(2);
  });

  it("is looked at before room is made for many", () => {
    const index = new EntityIndex(new Memory(), 100);
    expect(() => index.prepare(101)).toThrow(expect.objectContaining({ code: "EntityLimit" }));
    index.prepare(100);
    expect(index.bytes).toBe(1200);
  });
});

describe("places", () => {
  it("are none for who was reserved, also on an index that had one", () => {
    const index = new EntityIndex(new Memory());
    const first = index.reserve();
    expect(index.tableOf(first)).toBe(noTable);
    index.place(first, 3, 7);
    expect([index.tableOf(first), index.rowOf(first)]).toEqual([3, 7]);
    index.release(first);
    expect(index.tableOf(index.reserve())).toBe(noTable);
  });

  it("stay while the arrays grow", () => {
    const index = new EntityIndex(new Memory());
    const all = Array.from({ length: 1000 }, () => index.reserve());
    for (const [place, entity] of all.entries()) index.place(entity, place, place * 2);
    index.placeRow(all[999], 5);
    expect(all.map((entity) => index.tableOf(entity))).toEqual(all.map((_, place) => place));
    expect(index.rowOf(all[998])).toBe(1996);
    expect(index.rowOf(all[999])).toBe(5);
  });
});

it("says of a stale entity whether it was ever known", () => {
  const index = new EntityIndex(new Memory());
  const entity = index.reserve();
  index.release(entity);
  expect(() => index.require(entity, "`get`")).toThrow("it was despawned, or belongs to another world");
  expect(() => index.require(NO_ENTITY, "`get`")).toThrow("`NO_ENTITY` is nobody, so `get` is impossible");
  expect(() => index.require(makeEntity(9, 1), "`get`")).toThrow("this world never had it");
});
