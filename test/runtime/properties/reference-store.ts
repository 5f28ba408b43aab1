import type { ComponentType, Entity } from "ecsgen/runtime";
import { indexOf } from "ecsgen/runtime";
import { allComponents } from "../kit/all-components.js";
import { allRelations } from "../kit/all-relations.js";
import { failWith } from "./failures.js";
import { ReferenceEdges, type EdgesCopy } from "./reference-edges.js";
import { ReferenceIds, type IdsCopy } from "./reference-ids.js";
import { ReferenceTables, type TablesCopy } from "./reference-tables.js";
import { assign, copied, copyOfRows, filled, writes } from "./rows.js";
import type { Pair } from "./world-like.js";

/** Components by token; a tag or a toggle is `true`. */
export type Rows = Map<ComponentType, unknown>;

/** All that a store holds. */
export interface StoreCopy {
  readonly alive: readonly (readonly [Entity, Rows])[];
  readonly ids: IdsCopy;
  readonly tables: TablesCopy;
  readonly edges: EdgesCopy;
}

/** Is told of components that come, go, and are written; not of those that go with their entity. */
export interface ChangeListener {
  /** Whether it makes each change a sync point: what asks for written rows only looks at those. */
  readonly watches: boolean;
  changed(entity: Entity, type: ComponentType): void;
  /** All that is there is new. */
  restarted(): void;
  added(entity: Entity, type: ComponentType): void;
  removed(entity: Entity, type: ComponentType): void;
}

/** Entities, their components and what relates them, changed at once. */
export class ReferenceStore {
  readonly edges = new ReferenceEdges(allRelations);
  readonly tables = new ReferenceTables();
  /** Who writes down what comes and goes, until they stop listening. */
  readonly listeners = new Set<ChangeListener>();
  readonly limit: number;
  readonly #ids = new ReferenceIds();
  /** Everyone who is alive; `undefined` for who waits for a queued spawn. */
  readonly alive = new Map<Entity, Rows | undefined>();

  constructor(limit: number) {
    this.limit = limit;
  }

  /** The components of a living entity; none while it waits for its spawn. */
  require(entity: Entity): Rows | undefined {
    if (!this.alive.has(entity)) failWith("StaleEntity");
    return this.alive.get(entity);
  }

  requireRoom(more: number): void {
    if (this.alive.size + more > this.limit) failWith("EntityLimit");
  }

  reserve(): Entity {
    this.requireRoom(1);
    const entity = this.#ids.take();
    this.alive.set(entity, undefined);
    return entity;
  }

  /** An entity with this index, for loaders. */
  reserveAt(index: number): Entity {
    if (!Number.isInteger(index) || index < 0 || index >= 4_194_303) failWith("InvalidArgument");
    this.requireRoom(1);
    const entity = this.#ids.takeAt(index) ?? failWith("EntityTaken");
    this.alive.set(entity, undefined);
    return entity;
  }

  has(entity: Entity, type: ComponentType): boolean {
    return this.alive.get(entity)?.has(type) ?? false;
  }

  row(entity: Entity, type: ComponentType): unknown {
    return this.alive.get(entity)?.get(type);
  }

  /** All or none; but ids that were taken are spent. */
  spawn(count: number, components: object): Entity[] {
    this.requireRoom(count);
    this.tables.table(typesOf(components));
    const spawned = Array.from({ length: count }, () => this.reserve());
    try {
      for (const entity of spawned) this.settle(entity, components);
    } catch (error) {
      for (const entity of spawned) this.end(entity);
      throw error;
    }
    return spawned;
  }

  /** Gives an entity that was reserved its components. */
  settle(entity: Entity, components: object): void {
    const types = typesOf(components);
    this.tables.table(types);
    const inits = new Map(Object.entries(components));
    const rows = new Map(types.map((type) => [type, filled(type, inits.get(type.key))]));
    this.tables.enter(entity, types);
    this.alive.set(entity, rows);
    this.#told("added", entity, types);
  }

  /** `false` when it was not alive. */
  end(entity: Entity): boolean {
    if (!this.alive.has(entity)) return false;
    const rows = this.alive.get(entity);
    if (rows !== undefined) this.tables.leave(entity, rows.keys());
    this.edges.forget(entity);
    this.#ids.release(entity);
    return this.alive.delete(entity);
  }

  /** Adds components that the entity lacks, with one move; all or none. */
  addAll(entity: Entity, list: readonly Pair[]): void {
    const rows = this.alive.get(entity) ?? new Map();
    const types = [...rows.keys()];
    const added = list.map(([type]) => type);
    this.tables.table([...types, ...added]);
    const filledRows = list.map(([type, init]) => [type, filled(type, init)] as const);
    for (const [type, row] of filledRows) rows.set(type, row);
    this.#move(entity, types, [...types, ...added]);
    for (const type of added) if (type.storage === "sparse") this.tables.dense(type).push(entity);
    this.#told("added", entity, added);
  }

  remove(entity: Entity, type: ComponentType): void {
    this.removeAll(entity, [type]);
  }

  /** Takes components away that the entity has, with one move. */
  removeAll(entity: Entity, gone: readonly ComponentType[]): void {
    const rows = this.alive.get(entity) ?? new Map();
    const types = [...rows.keys()];
    for (const type of gone) rows.delete(type);
    this.#move(entity, types, [...rows.keys()]);
    for (const type of gone) if (type.storage === "sparse") this.tables.leaveDense(entity, type);
    this.#told("removed", entity, gone);
  }

  set(entity: Entity, type: ComponentType, init: unknown): void {
    const before = this.row(entity, type);
    const row = copied(before);
    assign(type, row, init);
    this.alive.get(entity)?.set(type, row);
    if (writes(before, init)) this.#told("changed", entity, [type]);
  }

  /** A component counts as written. */
  touch(entity: Entity, type: ComponentType): void {
    this.#told("changed", entity, [type]);
  }

  /** Writes a component anew as a whole. */
  fill(entity: Entity, type: ComponentType, init: unknown): void {
    this.alive.get(entity)?.set(type, filled(type, init));
    this.#told("changed", entity, [type]);
  }

  /** A copy of all that is there; nobody waits for a spawn. */
  copy(): StoreCopy {
    const alive = [...this.alive].map(([entity, rows]) => [entity, copyOfRows(rows ?? new Map())] as const);
    return { alive, ids: this.#ids.copy(), tables: this.tables.copy(), edges: this.edges.copy() };
  }

  /** Becomes what was copied; whoever writes down changes begins anew. */
  takeOver({ alive, ids, tables, edges }: StoreCopy): void {
    this.alive.clear();
    for (const [entity, rows] of alive) this.alive.set(entity, copyOfRows(rows));
    this.#ids.takeOver(ids);
    this.tables.takeOver(tables);
    this.edges.takeOver(edges);
    for (const listener of this.listeners) listener.restarted();
  }

  clear(): void {
    const living = [...this.alive.keys()].sort((a, b) => indexOf(a) - indexOf(b));
    for (const entity of living) this.#ids.release(entity);
    this.alive.clear();
    this.tables.clear();
    this.edges.clear();
  }

  /** Ends all, and hands out the same ids again. */
  reset(): void {
    this.clear();
    this.#ids.reset();
    this.tables.reset();
  }

  #told(what: "added" | "removed" | "changed", entity: Entity, types: readonly ComponentType[]): void {
    for (const listener of this.listeners) for (const type of types) listener[what](entity, type);
  }

  #move(entity: Entity, from: readonly ComponentType[], to: readonly ComponentType[]): void {
    const [before, after] = [this.tables.table(from), this.tables.table(to)];
    if (before !== after) this.tables.move(entity, from, to);
  }
}

/** The components that an object given to `spawn` names. */
export function typesOf(components: object): ComponentType[] {
  const keys = Object.entries(Object.getOwnPropertyDescriptors(components))
    .filter(([, property]) => property.value !== undefined)
    .map(([key]) => key);
  return keys.map((key) => allComponents.find((type) => type.key === key) ?? failWith("UnknownComponent"));
}
