import { expect, it } from "vitest";
import { Memory } from "../../../runtime/memory/memory.js";
import { TableGraph } from "../../../runtime/tables/table-graph.js";
import type { Table } from "../../../runtime/tables/table.js";
import { Body, Pinned, Position, Velocity } from "../kit/generated/index.js";

it("has one table for each set of components, whatever the way to it", () => {
  const graph = new TableGraph(new Memory(), 12);
  const both = graph.find([Velocity, Position]);
  const viaPosition = graph.edge(graph.edge(graph.root, Position).to, Velocity).to;
  const viaVelocity = graph.edge(graph.edge(graph.root, Velocity).to, Position).to;
  expect([viaPosition, viaVelocity]).toEqual([both, both]);
  expect(both.components).toEqual([Position, Velocity]);
  expect(graph.edge(both, Velocity).to).toBe(graph.find([Position]));
  expect(graph.edge(graph.find([Position]), Position).to).toBe(graph.root);
  expect(graph.tables.map((table) => table.id)).toEqual([0, 1, 2, 3]);
});

it("finds a way once", () => {
  const graph = new TableGraph(new Memory(), 12);
  expect(graph.edge(graph.root, Pinned)).toBe(graph.edge(graph.root, Pinned));
});

it("tells watchers of every table there is and will be, in order", () => {
  const graph = new TableGraph(new Memory(), 12);
  graph.find([Body]);
  const told = watched(graph);
  graph.find([Pinned]);
  graph.find([Body]);
  expect(told).toEqual(graph.tables);
  expect(told.length).toBe(3);
});

it("begins its order anew, with the same tables", () => {
  const graph = new TableGraph(new Memory(), 12);
  const [body, pinned] = [graph.find([Body]), graph.edge(graph.root, Pinned).to];
  const told = watched(graph);
  const other = new TableGraph(new Memory(), 12);
  expect(graph.isOrderedAs(other)).toBe(false);
  graph.forget();
  expect(told).toEqual([graph.root]);
  expect(graph.isOrderedAs(other)).toBe(true);
  expect(graph.edge(graph.root, Pinned).to).toBe(pinned);
  expect(graph.find([Body])).toBe(body);
  expect(told).toEqual([graph.root, pinned, body]);
  expect(graph.order).toEqual(told);
  expect([body.id, pinned.id]).toEqual([1, 2]);
  other.find([Body]);
  other.find([Pinned]);
  expect(graph.isOrderedAs(other)).toBe(false);
});

/** The tables that a graph tells of. */
function watched(graph: TableGraph): Table[] {
  const told: Table[] = [];
  graph.watch({ tableAdded: (table) => told.push(table), tablesForgotten: () => (told.length = 0) });
  return told;
}
