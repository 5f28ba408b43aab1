import { describe, expect, it } from "vitest";
import { Memory } from "../../../runtime/memory/memory.js";
import { Storage } from "../../../runtime/tables/storage.js";
import { allComponents } from "../kit/all-components.js";
import { Burning, Label, Position } from "../kit/generated/index.js";

function storage(maxBytes?: number): Storage {
  return new Storage(new Memory(maxBytes === undefined ? {} : { maxBytes }), allComponents);
}

describe("memory", () => {
  it("is made for just as many as are spawned at once, and for no component that is not used", () => {
    const made = storage();
    made.spawnMany(1000, { position: {} });
    expect(made.memory.used).toBe(1008 * 12 + 192);
    expect(made.entities.bytes).toBe(1000 * 12);
    expect(made.bytesPerIndex).toBe(0);
  });

  it("goes back when all entities end", () => {
    const made = storage();
    made.spawnMany(100, { position: {}, burning: {}, paused: true, label: {} });
    made.clear();
    expect([made.memory.used, made.bytesPerIndex, made.entities.count]).toEqual([0, 0, 0]);
  });
});

it("ends what an entity has beside its table with the entity", () => {
  const made = storage();
  const entity = made.spawn({ position: {}, burning: {}, paused: true });
  made.despawn(entity);
  const heir = made.spawn({});
  expect(allComponents.filter((type) => made.has(heir, type))).toEqual([]);
  expect(made.sparse(Burning).table.count).toBe(0);
});

it("lets no table keep values of entities that are gone", () => {
  const made = storage();
  const entity = made.spawn({ label: { handle: { name: "big" } }, position: {} });
  const table = made.tableOf(entity);
  made.remove(entity, Label);
  expect([table?.count, table?.objects(table.firstObject(Label.index))]).toEqual([0, []]);
  expect(made.has(entity, Position)).toBe(true);
});

describe("a spawn that fails half-way", () => {
  const failing = {
    get x(): number {
      throw new Error("no x");
    },
  };
  const fire = {
    get heat(): number {
      throw new Error("no heat");
    },
  };
  const label = { handle: { name: "big" } };

  it.each([
    ["in its table", (made: Storage) => made.spawn({ label, position: failing })],
    ["beside its table", (made: Storage) => made.spawn({ label, position: {}, burning: fire })],
    ["among many", (made: Storage) => made.spawnMany(3, { label, position: failing })],
  ])("%s leaves no value behind in the table", (_, spawn) => {
    const made = storage();
    const table = made.tableOf(made.spawn({ label: {}, position: {} }));
    expect(() => spawn(made)).toThrow(/^no /);
    const first = table?.firstObject(Label.index) ?? -1;
    const lengths = Array.from({ length: Label.objects }, (_length, i) => table?.objects(first + i).length);
    expect(new Set([table?.count, ...lengths])).toEqual(new Set([1]));
  });
});

it("makes entities of one shape without looking for their table again", () => {
  const made = storage();
  const [a, b] = [made.spawn({ position: {}, wet: {} }), made.spawn({ wet: {}, position: {} })];
  expect(made.tableOf(a)).toBe(made.tableOf(b));
  expect(made.graph.tables.length).toBe(2);
});
