import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Query, Table } from "ecsgen/runtime";
import * as kit from "../kit/generated/index.js";

const { Chosen, Likes, Pinned, Position } = kit;

/** What a loop over positions needs. */
function columnsIn(table: Table) {
  const position = table.firstColumn(Position.index);
  const x: Float32Array = table.column(position);
  return { x, table };
}

/** What it needs now, looked for anew. */
function expectCurrent(query: Query): void {
  const list = query.columns(columnsIn);
  expect(list.map(({ table }) => table.id)).toEqual(query.tables.map(({ id }) => id));
  expect(list.every(({ x, table }) => x === columnsIn(table).x)).toBe(true);
}

type Operation =
  | { readonly spawn: kit.Components; readonly times: number }
  | { readonly despawn: number }
  | { readonly add: typeof Pinned; readonly to: number }
  | "clear"
  | "restore";

const sets: readonly kit.Components[] = [
  { position: {} },
  { position: {}, velocity: {} },
  { position: {}, pinned: true },
  { velocity: {} },
];

const anOperation: fc.Arbitrary<Operation> = fc.oneof(
  { arbitrary: fc.record({ spawn: fc.constantFrom(...sets), times: fc.integer({ min: 1, max: 200 }) }), weight: 4 },
  { arbitrary: fc.record({ despawn: fc.nat() }), weight: 2 },
  { arbitrary: fc.record({ add: fc.constantFrom(Pinned, Chosen), to: fc.nat() }), weight: 4 },
  { arbitrary: fc.constantFrom("clear", "restore"), weight: 1 },
);

function perform(world: kit.World, operation: Operation): void {
  if (operation === "clear") return world.clear();
  if (operation === "restore") return world.state.load(world.state.save("binary"));
  const all = world.query({}).entities();
  if ("spawn" in operation) return void world.spawnMany(operation.times, operation.spawn);
  const entity = all[("despawn" in operation ? operation.despawn : operation.to) % all.length];
  if (entity === undefined) return;
  if ("despawn" in operation) world.despawn(entity);
  else if (!world.has(entity, operation.add)) world.add(entity, operation.add);
}

describe("columns of a query", () => {
  it("are one list for each function, with the tables in order", () => {
    const world = kit.createWorld();
    world.spawn({ position: {}, pinned: true });
    world.spawn({ position: {}, velocity: {} });
    const query = world.query({ all: [Position] });
    const list = query.columns(columnsIn);
    const ids = query.columns(({ id }) => id);
    expect(list.map(({ table }) => table.id)).toEqual(query.tables.map(({ id }) => id));
    expect(ids).toEqual(query.tables.map(({ id }) => id));
    expect(query.columns(columnsIn)).toBe(list);
  });

  it("know a table that comes later, and the columns of one that has grown", () => {
    const world = kit.createWorld();
    const query = world.query({ all: [Position] });
    const list = query.columns(columnsIn);
    expect(list).toEqual([]);
    const first = world.spawn({ position: { x: 1 } });
    const before = list[0]?.x;
    expect(before?.[0]).toBe(1);
    world.spawnMany(1000, { position: { x: 2 } });
    world.set(first, Position, { x: 3 });
    expect([list[0]?.x[0], list[0]?.x[1000]]).toEqual([3, 2]);
    expect(list[0]?.x).not.toBe(before);
    expect(query.columns(columnsIn)).toBe(list);
  });

  it("keep no arena that was left behind", () => {
    const world = kit.createWorld();
    for (let i = 0; i < 3; i++)
      world.spawn({ position: {}, ...(i === 1 && { velocity: {} }), ...(i === 2 && { pinned: true }) });
    const list = world.query({ all: [Position] }).columns(columnsIn);
    const left = world.memory.buffer;
    world.spawnMany(10_000, { velocity: {} });
    expect(world.memory.buffer).not.toBe(left);
    expect(list.map(({ x }) => x.buffer === world.memory.buffer)).toEqual([true, true, true]);
  });

  it("are shared by queries that ask for a target as well", () => {
    const world = kit.createWorld();
    const target = world.spawn({ position: {} });
    const list = world.query({ all: [Position, Likes] }).columns(columnsIn);
    expect(world.query({ all: [Position, [Likes, target]] }).columns(columnsIn)).toBe(list);
  });

  it("are those that one would find now, whatever happened", () => {
    fc.assert(
      fc.property(fc.array(anOperation, { maxLength: 20 }), (operations) => {
        const world = kit.createWorld();
        const queries = [world.query({ all: [Position] }), world.query({ all: [Position], none: [Pinned] })];
        queries[0]?.columns(columnsIn);
        for (const operation of operations) {
          perform(world, operation);
          queries.forEach(expectCurrent);
        }
      }),
      { numRuns: 50 },
    );
  });
});
