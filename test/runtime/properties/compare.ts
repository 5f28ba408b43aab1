// Finds the first difference between what real worlds did and what reference worlds did.
import type { ComponentType, Entity, Filter, RelationType } from "ecsgen/runtime";
import { allComponents } from "../kit/all-components.js";
import { allRelations } from "../kit/all-relations.js";
import * as kit from "../kit/generated/index.js";
import type { ReferenceWorld } from "./reference-world.js";
import type { Stage } from "./stage.js";
import type { WorldLike } from "./world-like.js";

/** Queries of every form; one of them is compared after every step. */
const filters: readonly Filter[] = [
  {},
  { all: [kit.Position] },
  { all: [kit.Position, kit.Velocity], none: [kit.Pinned] },
  { any: [kit.Chosen, kit.Link, kit.Label] },
  { all: [kit.Burning] },
  { all: [kit.Wet, kit.Burning, kit.Velocity], none: [kit.Paused] },
  { any: [kit.Burning, kit.Paused, kit.Pinned] },
  { all: [kit.Seen], none: [kit.Wet] },
  { all: [kit.Numbers], any: [kit.Seen, kit.Wet] },
  { all: [kit.Likes], none: [kit.ChildOf] },
  { any: [kit.AimsAt, kit.Holds, kit.Position] },
];

/**
 * Throws when the stages differ in what was logged, or in what the worlds hold that were touched; and empties the logs.
 * Of the entities, every fourth is looked at in each turn, so that all are in four; `whole` looks at everything.
 */
export function compare(real: Stage, reference: Stage<ReferenceWorld>, turn: number, whole: boolean): void {
  requireEqual("what it gave back", real.log.splice(0), reference.log.splice(0));
  requireEqual("ids", real.known, reference.known);
  const known = real.known.filter((_entity, place) => whole || place % 4 === turn % 4);
  for (const place of [0, 1] as const) {
    if (!whole && !real.touched.has(place)) continue;
    compareWorlds(real.worlds[place], reference.worlds[place], known, turn);
    if (whole) requireEqual("validate", problemsOf(real.worlds[place]), []);
  }
  real.touched.clear();
}

function compareWorlds(real: WorldLike, reference: ReferenceWorld, known: readonly Entity[], turn: number): void {
  requireEqual("entityCount", real.entityCount, reference.entityCount);
  requireEqual("commands.waiting", real.commands.waiting, reference.commands.waiting);
  for (const entity of known) {
    requireEqual("isAlive", real.isAlive(entity), reference.isAlive(entity), entity);
    if (reference.isAlive(entity)) compareEntities(real, reference, entity);
  }
  requireEqual("events.size", real.events.size, reference.events.size);
  requireEqual("observers.count", real.observers.count, reference.observers.count);
  compareEdges(real, reference, allRelations[turn % allRelations.length]);
  const filter = filters[turn % filters.length];
  requireEqual("order", real.query(filter).entities(), reference.query(filter).entities());
}

function compareEntities(real: WorldLike, reference: ReferenceWorld, entity: Entity): void {
  for (const type of allComponents) {
    const row = reference.live(entity, type);
    requireEqual("has", real.has(entity, type), row !== undefined, entity, type);
    if (row !== undefined) requireEqual("get", real.get(entity, type), row, entity, type);
  }
}

/** Every edge of a relation, with its data, and both lists of each entity. */
function compareEdges(real: WorldLike, reference: ReferenceWorld, type: RelationType): void {
  requireEqual("relations.count", real.relations.count(type), reference.relations.count(type));
  for (const { source, target, row } of reference.store.edges.of(type)) {
    requireEqual("relations.get", real.relations.get(source, type, target), row, source);
    requireEqual("targets", real.relations.targets(source, type), reference.relations.targets(source, type), source);
    requireEqual("sources", real.relations.sources(target, type), reference.relations.sources(target, type), target);
  }
}

/** References to the dead are no corruption: scripts keep them on purpose. */
function problemsOf(world: WorldLike): string[] {
  return world.validate().flatMap(({ kind, message }) => (kind === "reference" ? [] : [message]));
}

function requireEqual(what: string, real: unknown, reference: unknown, entity?: Entity, type?: ComponentType): void {
  if (isEqual(real, reference)) return;
  throw new Error(
    `${what} ${entity ?? ""} ${type?.name ?? ""}: the world says ${show(real)}, the reference ${show(reference)}`,
  );
}

/** Equal in every part, whatever the classes; objects of the host are the same object, or it is no equality. */
function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isRecord(a) || !isRecord(b)) return false;
  if (a instanceof Map && b instanceof Map) return isEqual([...a], [...b]);
  const keys = Object.keys(a);
  if (Object.keys(b).length !== keys.length) return false;
  for (const key of keys) {
    if (!(key in b) || !(key === "handle" ? a[key] === b[key] : isEqual(a[key], b[key]))) return false;
  }
  return true;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function show(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === "bigint") return `${part}n`;
    if (part instanceof Map) return [...part];
    return part === undefined ? "undefined" : part;
  });
}
