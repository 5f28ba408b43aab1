import { describeEntity, indexOf, type Entity } from "../entities/entity.js";
import { noTable } from "../entities/entity-index.js";
import type { EdgeStore } from "../relations/edge-store.js";
import { sourcesOf } from "../relations/edge-stores.js";
import { validateStorage } from "../tables/validate-storage.js";
import { danglingReferences, describeDangling } from "./dangling.js";
import type { WorldParts } from "./parts.js";
import { corrupt } from "./save-errors.js";

/**
 * Looks at parts that were read for what their pieces alone do not show: every entity in one table, edges that the relation
 * allows, time that is one. Throws `SaveCorrupt`, or `EntityLimit`.
 */
export function checkParts(parts: WorldParts): void {
  const { entities } = parts.storage;
  entities.requireRoom(0);
  for (const entity of entities.living()) {
    if (entities.tableOf(entity) === noTable) throw corrupt(`${describeEntity(entity)} is in no table`);
  }
  const [problem] = validateStorage(parts.storage).filter(({ kind }) => kind !== "reference");
  if (problem !== undefined) throw corrupt(problem.message);
  for (const store of parts.edges.all) checkEdges(store);
  for (const { state, fixedStep } of [parts.stepper, parts.systemStepper]) {
    const { fixedTick, elapsed, tick, rest } = state;
    const isLength = elapsed >= 0 && rest > -fixedStep && Number.isFinite(elapsed + rest);
    const isTime = isLength && isCount(fixedTick) && isCount(tick);
    if (!isTime) throw corrupt("its time is none");
  }
}

/**
 * References may name entities that have ended; but no more of them than did when the save was made, which said how many.
 * Throws `SaveCorrupt`.
 */
export function checkReferences(parts: WorldParts, promised: unknown): void {
  const dangling = danglingReferences(parts);
  if (dangling.length === promised) return;
  const [first] = dangling;
  const which = first === undefined ? "" : `, the first: ${describeDangling(first)}`;
  throw corrupt(`${dangling.length} references lead nowhere, and \`dangling\` says ${String(promised)}${which}`);
}

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0;
}

function checkEdges(store: EdgeStore): void {
  const { type, table } = store;
  for (let row = 0; row < table.count; row++) {
    const source = store.source(row);
    const isTwice = type.exclusive
      ? store.outgoing.count(indexOf(source)) > 1
      : store.find(indexOf(source), store.target(row)) !== row;
    if (isTwice) throw corrupt(`${describeEntity(source)} has an edge of \`${type.name}\` too many`);
  }
  if (type.acyclic && hasCycle(store)) throw corrupt(`edges of \`${type.name}\` lead back to where they start`);
}

/** Takes away, again and again, the edges to whatever leads nowhere; those of a circle stay. */
function hasCycle(store: EdgeStore): boolean {
  const leading = new Map<Entity, number>();
  const rows = Array.from({ length: store.table.count }, (_, row) => row);
  for (const row of rows) leading.set(store.source(row), (leading.get(store.source(row)) ?? 0) + 1);
  const done = new Set(rows.map((row) => store.target(row)).filter((target) => !leading.has(target)));
  let left = store.table.count;
  for (const target of done) {
    for (const source of sourcesOf(store, target)) {
      left--;
      const rest = (leading.get(source) ?? 0) - 1;
      leading.set(source, rest);
      if (rest === 0) done.add(source);
    }
  }
  return left > 0;
}
