import type { Structure } from "../commands/structure.js";
import { describeEntity, indexOf, type Entity } from "../entities/entity.js";
import { EcsError } from "../errors.js";
import type { EdgeStore } from "../relations/edge-store.js";
import { sourcesOf, targetsOf, type EdgeStores } from "../relations/edge-stores.js";
import { Hierarchy } from "../relations/hierarchy.js";
import type { RelationType } from "../relations/relation-type.js";
import { validateEdges } from "../relations/validate-edges.js";
import type { Cursor } from "../tables/component-type.js";
import type { WorldProblem } from "../tables/validate-storage.js";

/** A relation with one target for each source at most. */
export type ExclusiveRelation = RelationType<unknown, unknown, true>;

/**
 * The relations of a world: `world.relations.add(wheel, ChildOf, cart)`.
 *
 * Every call detects ends that are not alive and throws `StaleEntity`, and a relation of another layout with
 * `UnknownRelation`. Lists are in order of adding; an edge that is added again keeps its place, one that was replaced
 * by another target is a new one. While a loop runs, `add` and `remove` are queued as other structural changes are.
 */
export class Relations {
  readonly #edges: EdgeStores;
  readonly #structure: Structure<object>;
  readonly #hierarchies: (Hierarchy | undefined)[] = [];

  constructor(edges: EdgeStores, structure: Structure<object>) {
    this.#edges = edges;
    this.#structure = structure;
  }

  /**
   * Makes sure that an edge leads from a source to a target, with these values; what `init` does not say takes its default.
   * In an exclusive relation it replaces the source's edge to another target. Throws `RelationCycle` where the schema says
   * `acyclic`, or `ArenaFull`, with nothing changed.
   */
  add<Value, Init>(source: Entity, type: RelationType<Value, Init>, target: Entity, init?: Init): void {
    this.#structure.relate(source, type, target, init);
  }

  /**
   * Takes the edge to a target away, or all edges of the source when no target is given. Gives back how many there are, at
   * this moment, to take away.
   */
  remove(source: Entity, type: RelationType, target?: Entity): number {
    return this.#structure.unrelate(source, type, target);
  }

  /** Whether an edge leads from a source to a target, or to any when none is given. */
  has(source: Entity, type: RelationType, target?: Entity): boolean {
    const store = this.#store("has", source, type, target);
    if (target === undefined) return store.outgoing.count(indexOf(source)) > 0;
    return store.find(indexOf(source), target) >= 0;
  }

  /** A plain copy of the data of an edge, `undefined` when there is none. */
  get<Value, Init>(source: Entity, type: RelationType<Value, Init>, target: Entity): Value | undefined {
    const store = this.#store("get", source, type, target);
    const row = store.find(indexOf(source), target);
    return row < 0 ? undefined : asCursor<Value, Init>(store.at(row)).$read();
  }

  /** Writes the fields that `init` says, and keeps the others. Throws `RelationMissing` when there is no edge. */
  set<Value, Init>(source: Entity, type: RelationType<Value, Init>, target: Entity, init: Init): void {
    this.#structure.requireOpen("set");
    const store = this.#store("set", source, type, target);
    const row = store.find(indexOf(source), target);
    if (row < 0) throw missing(source, type, target);
    store.assign(row, init);
  }

  /** The target of a source, `undefined` when it has none. Throws `InvalidArgument` for a relation with many. */
  target(source: Entity, type: ExclusiveRelation): Entity | undefined {
    this.#store("target", source, type);
    return this.#hierarchy(type).parent(source);
  }

  /** The targets of a source. */
  targets(source: Entity, type: RelationType): Entity[] {
    return targetsOf(this.#store("targets", source, type), source);
  }

  /** The sources of a target. */
  sources(target: Entity, type: RelationType): Entity[] {
    return sourcesOf(this.#store("sources", target, type), target);
  }

  /** How many edges a relation has. */
  count(type: RelationType): number {
    return this.#edges.of(type).table.count;
  }

  /** How many targets a source has. */
  countTargets(source: Entity, type: RelationType): number {
    return this.#store("countTargets", source, type).outgoing.count(indexOf(source));
  }

  /** How many sources a target has. */
  countSources(target: Entity, type: RelationType): number {
    return this.#store("countSources", target, type).incoming.count(indexOf(target));
  }

  /** Calls back for every edge of a source. The data is a cursor: it reads and writes the edge, and moves on with the loop. */
  eachTarget<Value, Init>(
    source: Entity,
    type: RelationType<Value, Init>,
    visit: (target: Entity, data: Value) => void,
  ): void {
    const store = this.#store("eachTarget", source, type);
    this.#structure.iterate(visitTargets, store, type, source, visit);
  }

  /** Calls back for every edge to a target, as `eachTarget` does. */
  eachSource<Value, Init>(
    target: Entity,
    type: RelationType<Value, Init>,
    visit: (source: Entity, data: Value) => void,
  ): void {
    const store = this.#store("eachSource", target, type);
    this.#structure.iterate(visitSources, store, type, target, visit);
  }

  /**
   * Calls back for every edge of a relation, as `eachTarget` does. The order is that of adding, but an edge that was taken
   * away is filled by the last.
   */
  each<Value, Init>(
    type: RelationType<Value, Init>,
    visit: (source: Entity, target: Entity, data: Value) => void,
  ): void {
    this.#structure.iterate(visitEdges, this.#edges.of(type), type, visit);
  }

  /** Entities with sources and without a target, ascending by index. Throws `InvalidArgument` for a relation with many. */
  roots(type: ExclusiveRelation): Entity[] {
    return this.#hierarchy(type).roots();
  }

  /**
   * All entities with an edge by depth, targets before their sources: the roots, their sources, theirs, and so on. The list is made
   * anew when edges came or went, and must not be changed. Throws `RelationCycle`, or `InvalidArgument` for a relation with
   * many.
   */
  hierarchy(type: ExclusiveRelation): readonly Entity[] {
    return this.#hierarchy(type).order();
  }

  /** The target, its target, and so on up to the root. Throws `RelationCycle`, or `InvalidArgument` as `target` does. */
  ancestors(source: Entity, type: ExclusiveRelation): Entity[] {
    this.#store("ancestors", source, type);
    return this.#hierarchy(type).ancestors(source);
  }

  /** The sources, their sources, and so on, by depth. Throws `RelationCycle`, or `InvalidArgument` as `target` does. */
  descendants(target: Entity, type: ExclusiveRelation): Entity[] {
    this.#store("descendants", target, type);
    return this.#hierarchy(type).descendants(target);
  }

  /** What is wrong with edges; for `World.validate`. */
  $problems(): WorldProblem[] {
    return validateEdges(this.#edges);
  }

  #store(verb: string, entity: Entity, type: RelationType, other?: Entity): EdgeStore {
    this.#edges.require(verb, entity, type, other);
    return this.#edges.of(type);
  }

  #hierarchy(type: RelationType): Hierarchy {
    const store = this.#edges.of(type);
    return (this.#hierarchies[type.index] ??= new Hierarchy(store, this.#edges.entities));
  }
}

function visitTargets<Value, Init>(
  store: EdgeStore,
  type: RelationType<Value, Init>,
  source: Entity,
  visit: (target: Entity, data: Value) => void,
): void {
  const { outgoing } = store;
  const cursor = cursorOf(store, type);
  const data = asData<Value>(cursor);
  for (let row = outgoing.first(indexOf(source)); row >= 0; row = outgoing.next(row)) {
    if (cursor !== undefined) cursor.$row = row;
    visit(store.target(row), data);
  }
}

function visitSources<Value, Init>(
  store: EdgeStore,
  type: RelationType<Value, Init>,
  target: Entity,
  visit: (source: Entity, data: Value) => void,
): void {
  const { incoming } = store;
  const cursor = cursorOf(store, type);
  const data = asData<Value>(cursor);
  for (let row = incoming.first(indexOf(target)); row >= 0; row = incoming.next(row)) {
    if (cursor !== undefined) cursor.$row = row;
    visit(store.source(row), data);
  }
}

function visitEdges<Value, Init>(
  store: EdgeStore,
  type: RelationType<Value, Init>,
  visit: (source: Entity, target: Entity, data: Value) => void,
): void {
  const cursor = cursorOf(store, type);
  const data = asData<Value>(cursor);
  for (let row = 0; row < store.table.count; row++) {
    if (cursor !== undefined) cursor.$row = row;
    visit(store.source(row), store.target(row), data);
  }
}

/** A cursor of a loop of its own, so that loops may be nested; none where edges have no data. */
function cursorOf<Value, Init>(store: EdgeStore, type: RelationType<Value, Init>): Cursor<Value, Init> | undefined {
  return type.columns.length + type.objects > 0 ? new type.cursor(store.table) : undefined;
}

/** The one place where the cursor of a store gets its type back: it was made by this token's own constructor. */
function asCursor<Value, Init>(cursor: Cursor<unknown, unknown>): Cursor<Value, Init> {
  return cursor as Cursor<Value, Init>;
}

/** What a callback gets: the cursor, which is generated together with the data's interface and implements it, or `true`. */
function asData<Value>(cursor: unknown = true): Value {
  return cursor as Value;
}

function missing(source: Entity, type: RelationType, target: Entity): EcsError {
  const message = `no \`${type.name}\` leads from ${describeEntity(source)} to ${describeEntity(target)}, so it cannot be set`;
  return new EcsError("RelationMissing", message, "add it with `world.relations.add`, or ask `has` before");
}
