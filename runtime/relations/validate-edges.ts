import { describeEntity, indexOf, type Entity } from "../entities/entity.js";
import { problem, type WorldProblem } from "../tables/validate-storage.js";
import type { Adjacency } from "./adjacency.js";
import type { EdgeStore } from "./edge-store.js";
import type { EdgeStores } from "./edge-stores.js";

/** Looks at what is kept of each edge: its ends, the lists of both, and where it is found. */
export function validateEdges({ all, entities }: EdgeStores): WorldProblem[] {
  return all.flatMap((store) => [
    ...rowsOf(store).flatMap((row) => deadEnds(store, row, (entity) => entities.isAlive(entity))),
    ...rowsOf(store).flatMap((row) => misplaced(store, row)),
    ...listsOf(store, store.outgoing, "sources"),
    ...listsOf(store, store.incoming, "targets"),
  ]);
}

/** Both ends of an edge live. */
function deadEnds(store: EdgeStore, row: number, isAlive: (entity: Entity) => boolean): WorldProblem[] {
  const [source, target] = [store.source(row), store.target(row)];
  const dead = [source, target].filter((entity) => !isAlive(entity));
  const edge = `\`${store.type.name}\` from ${describeEntity(source)} to ${describeEntity(target)}`;
  return dead.map((entity) => problem("relation", entity, `is dead, and an end of ${edge}`));
}

/** An edge is found by its ends, and its source has no other where it may have one only. */
function misplaced(store: EdgeStore, row: number): WorldProblem[] {
  const { name, exclusive } = store.type;
  const [source, target] = [store.source(row), store.target(row)];
  const to = `\`${name}\` to ${describeEntity(target)}`;
  const found = store.find(indexOf(source), target);
  if (found !== row) return [problem("relation", source, `has ${to} in row ${row}, and it is found in row ${found}`)];
  const count = store.outgoing.count(indexOf(source));
  return exclusive && count > 1
    ? [problem("relation", source, `has ${count} edges of \`${name}\`, which is exclusive`)]
    : [];
}

/** The lists of one end hold every edge once, and as many as they say. */
function listsOf(store: EdgeStore, side: Adjacency, ends: "sources" | "targets"): WorldProblem[] {
  const endOf = (row: number): Entity => (ends === "sources" ? store.source(row) : store.target(row));
  const listed = new Set<number>();
  const problems = side.indices().flatMap((index): WorldProblem[] => {
    const rows = listAt(side, index, store.table.count);
    for (const row of rows) listed.add(row);
    const wrong = rows.find((row) => row >= store.table.count || indexOf(endOf(row)) !== index);
    const message = `the list of \`${store.type.name}\` at index ${index} of its ${ends} `;
    if (wrong !== undefined) return [edgeProblem(`${message}holds row ${wrong}, which is of another entity`)];
    if (rows.length === side.count(index)) return [];
    return [edgeProblem(`${message}holds ${rows.length} edges, and says ${side.count(index)}`)];
  });
  if (problems.length > 0 || listed.size === store.table.count) return problems;
  return [
    edgeProblem(
      `${store.table.count} edges of \`${store.type.name}\` are there, and ${listed.size} are listed by their ${ends}`,
    ),
  ];
}

/** The rows of a list; one that is a circle ends when it is longer than it can be. */
function listAt(side: Adjacency, index: number, most: number): number[] {
  const rows: number[] = [];
  for (let row = side.first(index); row >= 0 && rows.length <= most; row = side.next(row)) rows.push(row);
  return rows;
}

function rowsOf({ table }: EdgeStore): number[] {
  return Array.from({ length: table.count }, (_, row) => row);
}

function edgeProblem(message: string): WorldProblem {
  return { kind: "relation", entity: undefined, message };
}
