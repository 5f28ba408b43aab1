import { indexOf, type Entity } from "../entities/entity.js";
import { EcsError } from "../errors.js";
import type { EdgeStore } from "../relations/edge-store.js";
import type { ComponentType } from "../tables/component-type.js";
import type { FieldTree, FieldType } from "../tables/field-tree.js";
import type { WorldParts } from "./parts.js";

/** The first thing in which two worlds differ. */
export interface StateDifference {
  /** `entities`, or the qualified name of a component, relation or resource, as in `HashDifference`. */
  readonly part: string;
  /** Whose it is; `undefined` for a resource. */
  readonly entity: Entity | undefined;
  /** Of a relation: where its edge leads. */
  readonly target: Entity | undefined;
  /** The field, with what leads to it: `spin.axis.x`, `tags.2`. Empty where one of the worlds lacks all of it. */
  readonly path: string;
  /** What this world has there: a value, or whether it is there at all. */
  readonly mine: unknown;
  readonly theirs: unknown;
}

/**
 * The first difference of two worlds of one app, in what their hash counts: entities ascending by index, then components in the order of
 * the layout, relations, resources. Throws `InvalidArgument` for worlds of different apps.
 */
export function differenceOf(mine: WorldParts, theirs: WorldParts): StateDifference | undefined {
  requireSameApp(mine, theirs);
  return (
    aliveDifference(mine, theirs) ??
    firstOf(mine.storage.registry.types, (type) => componentDifference(type, mine, theirs)) ??
    firstOf(mine.edges.all, (store) => edgeDifference(store, theirs.edges.of(store.type))) ??
    resourceDifference(mine, theirs)
  );
}

function requireSameApp(mine: WorldParts, theirs: WorldParts): void {
  const [own, others] = [mine.storage.registry.types, theirs.storage.registry.types];
  if (own.length === others.length && own.every((type, index) => type === others[index])) return;
  const message = "the two worlds have different components";
  throw new EcsError("InvalidArgument", message, "compare worlds of one app only");
}

function firstOf<Item>(
  items: readonly Item[],
  differs: (item: Item) => StateDifference | undefined,
): StateDifference | undefined {
  for (const item of items) {
    const found = differs(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Place {
  readonly part: string;
  readonly entity: Entity | undefined;
  readonly target: Entity | undefined;
}

/** One of the worlds lacks it. */
function lacking(place: Place, mine: boolean, theirs: boolean): StateDifference | undefined {
  return mine === theirs ? undefined : { ...place, path: "", mine, theirs };
}

function aliveDifference({ storage: mine }: WorldParts, { storage: theirs }: WorldParts): StateDifference | undefined {
  const [own, others] = [mine.entities, theirs.entities];
  const all = [...new Set([...own.living(), ...others.living()])];
  const place = { part: "entities", target: undefined };
  return firstOf(all, (entity) => lacking({ ...place, entity }, own.isAlive(entity), others.isAlive(entity)));
}

function componentDifference(
  type: ComponentType,
  { storage: mine }: WorldParts,
  { storage: theirs }: WorldParts,
): StateDifference | undefined {
  return firstOf(mine.entities.living(), (entity) => {
    const place = { part: type.name, entity, target: undefined };
    const [has, others] = [mine.has(entity, type), theirs.has(entity, type)];
    if (has !== others || !has) return lacking(place, has, others);
    return rowDifference(place, type.fields, mine.at(entity, type)?.$read(), theirs.at(entity, type)?.$read());
  });
}

/** By source and target; there may be one edge between the two. */
function edgeDifference(mine: EdgeStore, theirs: EdgeStore): StateDifference | undefined {
  const edges = [...new Map([...endsOf(mine), ...endsOf(theirs)].map((ends) => [ends.join(), ends])).values()];
  return firstOf(edges, ([entity, target]) => {
    const place = { part: mine.type.name, entity, target };
    const [row, other] = [mine.find(indexOf(entity), target), theirs.find(indexOf(entity), target)];
    if (row < 0 || other < 0) return lacking(place, row >= 0, other >= 0);
    return rowDifference(place, mine.type.fields, mine.at(row).$read(), theirs.at(other).$read());
  });
}

function endsOf(store: EdgeStore): (readonly [Entity, Entity])[] {
  return [...store.order()].map((row) => [store.source(row), store.target(row)] as const);
}

function resourceDifference({ resources: mine }: WorldParts, { resources }: WorldParts): StateDifference | undefined {
  const theirs = new Map(resources.all());
  const own = new Map(mine.all());
  return firstOf(
    mine.types.filter(({ clock }) => clock !== true),
    (type) => {
      const place = { part: type.name, entity: undefined, target: undefined };
      if (!own.has(type) || !theirs.has(type)) return lacking(place, own.has(type), theirs.has(type));
      return rowDifference(place, type.fields, own.get(type), theirs.get(type));
    },
  );
}

function rowDifference(place: Place, fields: FieldTree, mine: unknown, theirs: unknown): StateDifference | undefined {
  const found = inFields(fields, mine, theirs, []);
  return found && { ...place, path: found.path.join("."), mine: found.mine, theirs: found.theirs };
}

interface Found {
  readonly path: readonly string[];
  readonly mine: unknown;
  readonly theirs: unknown;
}

function inFields(fields: FieldTree, mine: unknown, theirs: unknown, path: readonly string[]): Found | undefined {
  for (const [name, type] of Object.entries(fields)) {
    const found = inValue(type, member(mine, name), member(theirs, name), [...path, name]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What has parts is compared part by part, if both have it; all else is the same or not. */
function inValue(type: FieldType, mine: unknown, theirs: unknown, path: readonly string[]): Found | undefined {
  if (type === "object") return undefined;
  const isThere = mine !== undefined && theirs !== undefined;
  if (isThere && typeof type === "object") {
    if ("optional" in type) return inValue(type.optional, mine, theirs, path);
    if ("struct" in type) return inFields(type.struct, mine, theirs, path);
    if ("vector" in type) return inItems(() => type.vector, mine, theirs, path);
    if ("list" in type) return inItems(() => type.list, mine, theirs, path);
    if ("map" in type) return inMap(type.map, mine, theirs, path);
    if ("union" in type) {
      const kind = member(mine, "kind");
      if (kind !== member(theirs, "kind")) return { path, mine, theirs };
      return inFields(type.union[String(kind)] ?? {}, mine, theirs, path);
    }
  }
  if (isThere && type === "bytes") return inItems(() => "u8", mine, theirs, path);
  return mine === theirs || (Number.isNaN(mine) && Number.isNaN(theirs)) ? undefined : { path, mine, theirs };
}

function inItems(
  typeOf: (index: number) => FieldType,
  mine: unknown,
  theirs: unknown,
  path: readonly string[],
): Found | undefined {
  const [length, others] = [Number(member(mine, "length")), Number(member(theirs, "length"))];
  for (let index = 0; index < Math.min(length, others); index++) {
    const step = String(index);
    const found = inValue(typeOf(index), member(mine, step), member(theirs, step), [...path, step]);
    if (found !== undefined) return found;
  }
  return length === others ? undefined : { path: [...path, "length"], mine: length, theirs: others };
}

/** In their order, which counts. */
function inMap(type: FieldType, mine: unknown, theirs: unknown, path: readonly string[]): Found | undefined {
  const [own, others] = [[...entriesOf(mine)], [...entriesOf(theirs)]];
  for (const [index, [key, value]] of own.entries()) {
    const [otherKey, other] = others[index] ?? [];
    if (key !== otherKey) return { path: [...path, "keys", String(index)], mine: key, theirs: otherKey };
    const found = inValue(type, value, other, [...path, key]);
    if (found !== undefined) return found;
  }
  return own.length === others.length
    ? undefined
    : { path: [...path, "size"], mine: own.length, theirs: others.length };
}

function entriesOf(value: unknown): Iterable<readonly [string, unknown]> {
  return value instanceof Map ? value : [];
}

function member(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null ? Reflect.get(of, name) : undefined;
}
