import { describe, expect, it } from "vitest";
import { makeEntity, NO_ENTITY, type Entity } from "../../../runtime/entities/entity.js";
import { EntityIndex } from "../../../runtime/entities/entity-index.js";
import { Memory } from "../../../runtime/memory/memory.js";
import { Edge } from "../../../runtime/tables/edge.js";
import { Table } from "../../../runtime/tables/table.js";
import { Body, Label, Link, Numbers, Pinned, Position, Velocity } from "../kit/generated/index.js";

const all = [Body, Label, Link, Numbers, Pinned, Position, Velocity];
const universe = 12;

function entity(index: number): Entity {
  return makeEntity(index, 1);
}

function tableOf(memory: Memory, components: readonly (typeof all)[number][], rows: number): Table {
  const table = new Table(0, memory, components, universe);
  for (let row = 0; row < rows; row++) table.append(entity(row));
  return table;
}

describe("columns", () => {
  it("lie in one block without overlap, each on a multiple of its size", () => {
    const memory = new Memory();
    const table = tableOf(memory, all, 100);
    const spans = [...table.columns].map((start, i) => [start << table.shifts[i], table.capacity << table.shifts[i]]);
    spans.push([table.entities << 2, table.capacity << 2]);
    spans.sort(([a], [b]) => a - b);
    for (let i = 1; i < spans.length; i++) expect(spans[i][0]).toBe(spans[i - 1][0] + spans[i - 1][1]);
    const [last] = spans.slice(-1);
    expect(last[0] + last[1] - spans[0][0]).toBeLessThanOrEqual(memory.used);
  });

  it("of four bytes start on a cache line, and none is a multiple of 4,096 bytes from the next", () => {
    for (const rows of [1, 17, 500, 1024, 4096, 100_000]) {
      const table = new Table(0, new Memory(), [Position], universe);
      table.reserve(rows);
      expect([(table.entities << 2) % 64, (table.columns[0] << 2) % 64, (table.columns[1] << 2) % 64]).toEqual([
        0, 0, 0,
      ]);
      expect(((table.columns[1] - table.columns[0]) << 2) % 4096).not.toBe(0);
      expect(table.capacity).toBeGreaterThanOrEqual(rows);
    }
  });

  it("are numbered by component, then by field", () => {
    const table = new Table(0, new Memory(), [Label, Link, Position], universe);
    const [ticks, links] = [Label.columns.length, Link.columns.length];
    expect([table.firstColumn(Label.index), table.firstColumn(Link.index)]).toEqual([0, ticks]);
    expect(table.firstColumn(Position.index)).toBe(ticks + links);
    expect(table.columns.length).toBe(ticks + links + 2);
    expect([table.has(Label.index), table.has(Body.index)]).toEqual([true, false]);
  });
});

describe("rows", () => {
  it("keep their values while the table grows and the arena moves", () => {
    const memory = new Memory({ initialBytes: 0 });
    const table = new Table(0, memory, [Position], universe);
    const other = new Table(1, memory, [Velocity], universe);
    for (let row = 0; row < 3000; row++) {
      table.append(entity(row));
      other.append(entity(row));
      memory.f32[table.columns[0] + row] = row;
      memory.f64[other.columns[1] + row] = -row;
    }
    for (let row = 0; row < 3000; row++) {
      if (memory.f32[table.columns[0] + row] !== row) expect(row).toBe("kept");
      if (memory.f64[other.columns[1] + row] !== -row) expect(row).toBe("kept");
      if (other.entityAt(row) !== entity(row)) expect(row).toBe("kept");
    }
  });

  it("that leave are filled by the last", () => {
    const table = tableOf(new Memory(), [Label], 3);
    for (let row = 0; row < 3; row++) table.objects<string>(0)[row] = `row ${row}`;
    expect(table.removeRow(0)).toBe(entity(2));
    expect([table.entityAt(0), table.entityAt(1), table.count]).toEqual([entity(2), entity(1), 2]);
    expect(table.objects(0)).toEqual(["row 2", "row 1"]);
    expect([table.removeRow(1), table.removeRow(0), table.count]).toEqual([NO_ENTITY, NO_ENTITY, 0]);
    expect(table.objects(0)).toEqual([]);
  });

  it("take just the room that many need, and double when they come one by one", () => {
    const memory = new Memory();
    const table = new Table(0, memory, [Position], universe);
    table.reserve(1000);
    expect(table.capacity).toBe(1008);
    const single = tableOf(memory, [Position], 17);
    expect(single.capacity).toBe(48);
  });

  it("go with their memory when the table is cleared", () => {
    const memory = new Memory();
    const table = tableOf(memory, [Position, Label], 40);
    table.clear();
    expect([table.count, table.capacity, memory.used, table.objects(0)]).toEqual([0, 0, 0, []]);
    table.append(entity(5));
    expect(table.entityAt(0)).toBe(entity(5));
  });
});

it("moves along an edge what both tables have, of every kind", () => {
  const memory = new Memory();
  const from = tableOf(memory, [Body, Label, Numbers, Position], 2);
  const to = tableOf(memory, [Label, Numbers, Pinned], 1);
  const numbers = new Numbers.cursor(from);
  const label = new Label.cursor(from);
  const enter = (table: Table, row: number): void => {
    numbers.$enter(table);
    label.$enter(table);
    numbers.$row = row;
    label.$row = row;
  };
  enter(from, 1);
  const given = { f32: 1.5, f64: 0.1, i8: -1, i16: -300, u16: 65_535, u32: 2 ** 32 - 1, i64: -5n, u64: 2n ** 63n };
  numbers.$fill({ ...given, flag: true, mood: "sad" });
  label.$fill({ text: "moved", words: ["x"] });
  const before = [numbers.$read(), label.$read()];
  const index = new EntityIndex(memory);
  const [first, second] = [index.reserve(), index.reserve()];
  expect([first, second]).toEqual([entity(0), entity(1)]);
  index.place(first, from.id, 0);
  index.place(second, from.id, 1);
  new Edge(memory, from, to).move(second, index);
  enter(to, 1);
  expect([numbers.$read(), label.$read()]).toEqual(before);
  expect([to.entityAt(1), index.rowOf(second), from.count]).toEqual([second, 1, 1]);
});
