// Worlds that are corrupted on purpose: `validate` says what is wrong with each, and nothing of a world that was only used.
import { NO_ENTITY, type Entity, type WorldProblem } from "ecsgen/runtime";
import { beforeEach, expect, it } from "vitest";
import { EdgeStores } from "../../../runtime/relations/edge-stores.js";
import { validateEdges } from "../../../runtime/relations/validate-edges.js";
import { Storage } from "../../../runtime/tables/storage.js";
import { Memory } from "../../../runtime/memory/memory.js";
import { allComponents } from "../kit/all-components.js";
import { allRelations } from "../kit/all-relations.js";
import * as kit from "../kit/generated/index.js";

let world: kit.World;
let first: Entity;
let second: Entity;

beforeEach(() => {
  world = kit.createWorld();
  [first, second] = world.spawnMany(2, { position: {} });
});

function kinds(problems: readonly WorldProblem[]): string[] {
  return [...new Set(problems.map(({ kind }) => kind))].sort();
}

it("finds references to the dead, wherever a component or an edge holds them", () => {
  const third = world.spawn({ link: { to: first, back: first } });
  world.spawn({ burning: { from: first } });
  world.relations.add(second, kit.Holds, third, { by: first });
  expect(world.validate()).toEqual([]);
  world.despawn(first);
  const problems = world.validate();
  expect(kinds(problems)).toEqual(["reference"]);
  expect(problems.map(({ message }) => /`(.*)`/.exec(message)?.[1])).toEqual([
    "app.Burning",
    "app.Link",
    "app.Link",
    "app.Holds",
  ]);
});

it("finds a query that misses a table, or knows one too many", () => {
  const query = world.query({ all: [kit.Position] });
  const [table] = query.tables;
  query.tables.length = 0;
  expect(world.validate()).toMatchObject([{ kind: "query", entity: undefined }]);
  query.tables.push(table, table);
  expect(kinds(world.validate())).toEqual(["query"]);
  query.tables.pop();
  expect(world.validate()).toEqual([]);
});

it("finds a system that is ordered against one that does not exist", () => {
  world.systems.register("early", () => undefined);
  world.systems.register("late", () => undefined, { after: ["early"] });
  expect(world.validate()).toEqual([]);
  Object.assign(world.systems.info("late")?.after ?? [], ["ghost"]);
  expect(world.validate()).toMatchObject([{ kind: "system", message: expect.stringContaining("`ghost`") }]);
});

/** The parts of a world whose edges can be reached. */
function someEdges(): { edges: EdgeStores; storage: Storage; ids: Entity[] } {
  const storage = new Storage(new Memory(), allComponents);
  const edges = new EdgeStores(allRelations, storage);
  const ids = storage.spawnMany(6, {});
  for (let i = 1; i < 5; i++) {
    edges.add(ids[0], kit.Likes, ids[i], {});
    edges.add(ids[i], kit.ChildOf, ids[0], {});
  }
  return { edges, storage, ids };
}

/** The columns of a table of edges: the target, then the links of both lists. */
const columns = { target: 0, nextOfSource: 2, nextOfTarget: 4 };

it.each<readonly [string, (parts: ReturnType<typeof someEdges>) => void]>([
  ["a source that is dead", ({ storage, ids }) => void storage.entities.release(ids[0])],
  ["a target that is dead", ({ storage, ids }) => void storage.entities.release(ids[4])],
  [
    "a target that was overwritten",
    ({ edges, storage, ids }) => {
      const { table } = edges.of(kit.Likes);
      storage.memory.entity[table.columns[columns.target] + 2] = ids[5];
    },
  ],
  [
    "a list that ends too early",
    ({ edges, storage }) => {
      const { table } = edges.of(kit.Likes);
      storage.memory.i32[table.columns[columns.nextOfSource] + 1] = 0;
    },
  ],
  [
    "a list that is a circle",
    ({ edges, storage }) => {
      const { table } = edges.of(kit.ChildOf);
      storage.memory.i32[table.columns[columns.nextOfTarget] + 1] = 1;
    },
  ],
  ["a row that was lost", ({ edges }) => void edges.of(kit.Likes).table.removeRow(3)],
  [
    "a second edge of an exclusive relation",
    ({ edges }) => edges.of(kit.ChildOf).outgoing.append(2, edges.of(kit.ChildOf).outgoing.first(1)),
  ],
])("finds edges with %s", (_name, corrupt) => {
  const parts = someEdges();
  expect(validateEdges(parts.edges)).toEqual([]);
  corrupt(parts);
  expect(kinds(validateEdges(parts.edges))).toEqual(["relation"]);
});

it("says nothing of what is none", () => {
  world.spawn({ link: { to: NO_ENTITY } });
  expect(world.validate()).toEqual([]);
});
