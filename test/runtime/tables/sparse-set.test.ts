import { expect, it } from "vitest";
import { makeEntity } from "../../../runtime/entities/entity.js";
import { Memory } from "../../../runtime/memory/memory.js";
import { SparseSet } from "../../../runtime/tables/sparse-set.js";
import { Burning } from "../kit/generated/index.js";

const entities = [3, 5000, 7, 1023, 1024].map((index) => makeEntity(index, 2));

function full(): SparseSet {
  const set = new SparseSet(new Memory(), Burning, 12);
  for (const entity of entities) set.add(entity);
  return set;
}

it("finds dense rows by entity", () => {
  const set = full();
  expect(entities.map((entity) => set.rowOf(entity))).toEqual([0, 1, 2, 3, 4]);
  expect(set.table.count).toBe(5);
  expect([4, 5001, 100_000].map((index) => set.has(index))).toEqual([false, false, false]);
});

it("fills the gap with the last row", () => {
  const set = full();
  expect([set.remove(entities[1]), set.remove(entities[1])]).toEqual([true, false]);
  expect(entities.map((entity) => set.rowOf(entity))).toEqual([0, -1, 2, 3, 1]);
  expect([0, 1, 2, 3].map((row) => set.table.entityAt(row))).toEqual([3, 1024, 7, 1023].map((i) => makeEntity(i, 2)));
});

it("has pages only where an index was", () => {
  const set = full();
  expect(set.bytes).toBe(3 * 4096);
  set.clear();
  expect([set.bytes, set.has(3), set.table.count]).toEqual([0, false, 0]);
});

it("changes nothing when the arena is full", () => {
  const set = new SparseSet(new Memory({ maxBytes: 4096 }), Burning, 12);
  let added = 0;
  const fill = (): void => {
    for (;;) {
      set.add(makeEntity(added, 1));
      added++;
    }
  };
  expect(fill).toThrow(expect.objectContaining({ code: "ArenaFull" }));
  expect(set.table.count).toBe(added);
  expect([set.has(added - 1), set.has(added)]).toEqual([true, false]);
});
