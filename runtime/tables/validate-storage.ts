import { describeEntity, type Entity } from "../entities/entity.js";
import { noTable } from "../entities/entity-index.js";
import type { ComponentType } from "./component-type.js";
import type { Storage } from "./storage.js";
import type { Table } from "./table.js";

/** Something in a world that must not be. */
export interface WorldProblem {
  readonly kind: "index" | "table" | "sparse" | "toggle" | "reference" | "system" | "relation" | "query" | "count";
  /** The entity it is about, if it is about one. */
  readonly entity: Entity | undefined;
  /** What is wrong, in a sentence without a full stop. */
  readonly message: string;
}

/** Looks at everything that is kept twice: index and tables, sparse sets, toggles, counts. */
export function validateStorage(storage: Storage): WorldProblem[] {
  const tables = storage.graph.tables;
  return [
    ...livingEntities(storage),
    ...tables.flatMap((table) => rowsOf(table, storage)),
    ...storage.registry.types.flatMap((type) => besideTables(type, storage)),
    ...counts(storage),
  ];
}

/** Every living entity is in the row that the index says. */
function livingEntities(storage: Storage): WorldProblem[] {
  const { entities, graph } = storage;
  return entities.living().flatMap((entity): WorldProblem[] => {
    const id = entities.tableOf(entity);
    if (id === noTable) return [];
    const table: Table | undefined = graph.tables[id];
    const row = entities.rowOf(entity);
    if (table === undefined) return [problem("index", entity, `is said to be in table ${id}, which does not exist`)];
    if (row >= table.count) {
      return [problem("index", entity, `is said to be in row ${row} of table ${id}, which has ${table.count} rows`)];
    }
    const there = table.entityAt(row);
    if (there === entity) return [];
    return [problem("index", entity, `is said to be in row ${row} of table ${id}, where ${describeEntity(there)} is`)];
  });
}

/** Every row belongs to a living entity that the index knows to be there. */
function rowsOf(table: Table, { entities }: Storage): WorldProblem[] {
  return rowNumbers(table).flatMap((row): WorldProblem[] => {
    const entity = table.entityAt(row);
    if (!entities.isAlive(entity)) return [problem("table", entity, `is dead, and in row ${row} of table ${table.id}`)];
    if (entities.tableOf(entity) === table.id && entities.rowOf(entity) === row) return [];
    return [problem("table", entity, `is in row ${row} of table ${table.id}, which the index does not know`)];
  });
}

function besideTables(type: ComponentType, storage: Storage): WorldProblem[] {
  const { entities } = storage;
  if (type.storage === "toggle") {
    const toggle = storage.toggle(type);
    return toggle
      .indices()
      .filter((index) => entities.at(index) === undefined)
      .map((index) => ({
        kind: "toggle",
        entity: undefined,
        message: `toggle \`${type.name}\` is set for index ${index}, where no entity lives`,
      }));
  }
  if (type.storage !== "sparse") return [];
  const set = storage.sparse(type);
  return rowNumbers(set.table).flatMap((row): WorldProblem[] => {
    const entity = set.table.entityAt(row);
    if (!entities.isAlive(entity)) return [problem("sparse", entity, `is dead, and has \`${type.name}\``)];
    if (set.rowOf(entity) === row) return [];
    return [problem("sparse", entity, `is in row ${row} of \`${type.name}\`, whose pages say ${set.rowOf(entity)}`)];
  });
}

function counts({ entities, graph }: Storage): WorldProblem[] {
  const living = entities.living();
  const rows = graph.tables.reduce((total, table) => total + table.count, 0);
  const pending = living.filter((entity) => entities.tableOf(entity) === noTable).length;
  const problems: string[] = [];
  if (living.length !== entities.count) {
    problems.push(`${living.length} entities are alive, and ${entities.count} are counted`);
  }
  if (rows + pending !== living.length) {
    problems.push(`${living.length} entities are alive, and there are ${rows} rows and ${pending} queued spawns`);
  }
  return problems.map((message) => ({ kind: "count", entity: undefined, message }));
}

function rowNumbers(table: Table): number[] {
  return Array.from({ length: table.count }, (_, row) => row);
}

/** What is wrong with an entity. */
export function problem(kind: WorldProblem["kind"], entity: Entity, what: string): WorldProblem {
  return { kind, entity, message: `${describeEntity(entity)} ${what}` };
}
