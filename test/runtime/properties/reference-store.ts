import type { ComponentType, Entity } from "ecsgen/runtime";
import { indexOf } from "ecsgen/runtime";
import { allComponents } from "../kit/all-components.js";
import { failWith } from "./failures.js";
import { ReferenceIds } from "./reference-ids.js";
import { isInTable, ReferenceTables } from "./reference-tables.js";
import { assign, filled } from "./rows.js";

/** Components by token; a tag or a toggle is `true`. */
export type Rows = Map<ComponentType, unknown>;

/** Entities and their components, changed at once. */
export class ReferenceStore {
  readonly tables = new ReferenceTables();
  readonly #limit: number;
  readonly #ids = new ReferenceIds();
  /** Everyone who is alive; `undefined` for who waits for a queued spawn. */
  readonly alive = new Map<Entity, Rows | undefined>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The components of a living entity; none while it waits for its spawn. */
  require(entity: Entity): Rows | undefined {
    if (!this.alive.has(entity)) failWith("StaleEntity");
    return this.alive.get(entity);
  }

  requireRoom(more: number): void {
    if (this.alive.size + more > this.#limit) failWith("EntityLimit");
  }

  reserve(): Entity {
    this.requireRoom(1);
    const entity = this.#ids.take();
    this.alive.set(entity, undefined);
    return entity;
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
    const inits = new Map(Object.entries(components));
    const rows = new Map(types.map((type) => [type, filled(type, inits.get(type.key))]));
    this.tables.enter(entity, types);
    this.alive.set(entity, rows);
  }

  end(entity: Entity): void {
    const rows = this.alive.get(entity);
    if (rows !== undefined) this.tables.leave(entity, rows.keys());
    if (this.alive.delete(entity)) this.#ids.release(entity);
  }

  add(entity: Entity, rows: Rows, type: ComponentType, init: unknown): void {
    const types = [...rows.keys()];
    if (isInTable(type)) this.tables.table([...types, type]);
    rows.set(type, filled(type, init));
    if (isInTable(type)) this.tables.move(entity, types, rows.keys());
    if (type.storage === "sparse") this.tables.dense(type).push(entity);
  }

  remove(entity: Entity, rows: Rows, type: ComponentType): void {
    const types = [...rows.keys()];
    if (!rows.delete(type)) return;
    if (isInTable(type)) this.tables.move(entity, types, rows.keys());
    if (type.storage === "sparse") this.tables.leaveDense(entity, type);
  }

  set(entity: Entity, type: ComponentType, init: unknown): void {
    assign(type, this.alive.get(entity)?.get(type), init);
  }

  clear(): void {
    const living = [...this.alive.keys()].sort((a, b) => indexOf(a) - indexOf(b));
    for (const entity of living) this.#ids.release(entity);
    this.alive.clear();
    this.tables.clear();
  }
}

/** The components that an object given to `spawn` names. */
export function typesOf(components: object): ComponentType[] {
  const keys = Object.entries(Object.getOwnPropertyDescriptors(components))
    .filter(([, property]) => property.value !== undefined)
    .map(([key]) => key);
  return keys.map((key) => allComponents.find((type) => type.key === key) ?? failWith("UnknownComponent"));
}
