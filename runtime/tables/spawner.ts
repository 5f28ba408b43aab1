import type { Entity } from "../entities/entity.js";
import type { EntityIndex } from "../entities/entity-index.js";
import type { Beside } from "./beside.js";
import type { ComponentRegistry } from "./component-registry.js";
import type { ComponentType } from "./component-type.js";
import { fillNext, fillRow } from "./row-fill.js";
import { initOf, isInTable, isOwn, shapeOf, SpawnShape } from "./spawn-shape.js";
import type { Table } from "./table.js";
import type { TableGraph } from "./table-graph.js";

/** Makes entities: finds their table, writes their components there, and then gives them their ids. */
export class Spawner {
  private readonly entities: EntityIndex;
  private readonly registry: ComponentRegistry;
  private readonly graph: TableGraph;
  private readonly beside: Beside;
  private empty: SpawnShape;
  /** What was spawned last, which is likely to be spawned again. */
  private last: SpawnShape;

  constructor(entities: EntityIndex, registry: ComponentRegistry, graph: TableGraph, beside: Beside) {
    this.entities = entities;
    this.registry = registry;
    this.graph = graph;
    this.beside = beside;
    this.empty = new SpawnShape(registry, graph);
    this.last = this.empty;
  }

  /** Forgets which tables it found. */
  forget(): void {
    this.empty = new SpawnShape(this.registry, this.graph);
    this.last = this.empty;
  }

  /** The components that were given to `spawn`, in dense order. Throws `UnknownComponent`. */
  typesOf(components: object): readonly ComponentType[] {
    return this.shapeOf(components)
      .types.slice()
      .sort((a, b) => a.index - b.index);
  }

  /** Makes an entity. Throws `UnknownComponent`, `ArenaFull` or `EntityLimit`, with nothing changed. */
  spawn(components: object): Entity {
    this.entities.requireRoom(1);
    const shape = this.writeAs(this.last, components) ? this.last : this.write(components);
    const entity = this.entities.take();
    this.settle(entity, shape, components);
    return entity;
  }

  /** Gives an entity that was reserved its row and components. Throws as `spawn` does, and ends the entity then. */
  spawnReserved(entity: Entity, components: object): void {
    try {
      this.settle(entity, this.write(components, entity), components);
    } catch (error) {
      this.entities.release(entity);
      throw error;
    }
  }

  /** Makes many entities with the same components. Throws as `spawn` does, with nothing changed. */
  spawnMany(count: number, components: object): Entity[] {
    this.prepare(count, components);
    const { table, types, keys } = this.shapeOf(components);
    const spawned: Entity[] = [];
    const first = table.count;
    try {
      for (let i = 0; i < count; i++) spawned.push(this.append(table));
      for (let i = 0; i < types.length; i++) this.fillMany(types[i], spawned, table, initOf(components, keys[i]));
    } catch (error) {
      for (const entity of spawned) {
        this.beside.forget(entity);
        this.entities.release(entity);
      }
      table.truncate(first);
      throw error;
    }
    return spawned;
  }

  /** Makes room for many entities with these components, without spare. Throws as `spawn` does. */
  prepare(count: number, components: object): void {
    this.entities.requireRoom(count);
    const shape = this.shapeOf(components);
    shape.table.reserve(count);
    for (const type of shape.sparse) this.beside.sparse(type).table.reserve(count);
    this.entities.prepare(count);
  }

  private shapeOf(components: object): SpawnShape {
    return shapeOf(this.empty, components);
  }

  /**
   * Writes components into the row that comes next, if they are of this shape, which is not looked for then; `false` when they
   * are of another, or cannot be written. What was written is overwritten by whoever is spawned there.
   */
  private writeAs({ table, types, keys }: SpawnShape, components: object): boolean {
    if (table.count === table.capacity) return false;
    let filled = 0;
    try {
      for (const key in components) {
        const init = initOf(components, key);
        if (init === undefined) continue;
        if (key !== keys[filled] || !isOwn.call(components, key)) return false;
        const type = types[filled++];
        if (isInTable(type)) fillNext(table, type, init);
      }
    } catch {
      return false;
    }
    return filled === keys.length;
  }

  /** Writes components into the row that comes next in their table, whatever was written elsewhere, and gives back their shape. */
  private write(components: object, reserved?: Entity): SpawnShape {
    this.last.table.dropNext();
    const shape = this.shapeOf(components);
    const { table, types, keys } = shape;
    table.makeRoom();
    for (const type of shape.sparse) this.beside.sparse(type).table.makeRoom();
    this.last = shape;
    try {
      for (let i = 0; i < types.length; i++) {
        if (isInTable(types[i])) fillNext(table, types[i], initOf(components, keys[i]));
      }
    } catch (error) {
      if (reserved === undefined) this.spend();
      throw error;
    }
    return shape;
  }

  /** Gives a new entity the row that was written, and what it has beside its table; when that fails, it ends. */
  private settle(entity: Entity, shape: SpawnShape, components: object): void {
    if (shape.beside) this.putBeside(entity, shape, components);
    const { table } = shape;
    this.entities.place(entity, table.id, table.append(entity));
  }

  private putBeside(entity: Entity, { table, types, keys }: SpawnShape, components: object): void {
    try {
      for (let i = 0; i < types.length; i++) {
        if (!isInTable(types[i])) this.beside.put(entity, types[i], initOf(components, keys[i]));
      }
    } catch (error) {
      table.dropNext();
      this.beside.forget(entity);
      this.entities.release(entity);
      throw error;
    }
  }

  /** Uses up the id that an entity would have got whose components could not be written: ids do not depend on why a spawn fails. */
  private spend(): void {
    this.entities.release(this.entities.take());
  }

  private append(table: Table): Entity {
    const entity = this.entities.reserve();
    this.entities.place(entity, table.id, table.append(entity));
    return entity;
  }

  private fillMany(type: ComponentType, entities: readonly Entity[], table: Table, init: unknown): void {
    if (type.storage === "tag" || entities.length === 0) return;
    if (!isInTable(type)) {
      for (const entity of entities) this.beside.put(entity, type, init);
      return;
    }
    const first = table.count - entities.length;
    const rows = type.objects === 0 ? 1 : entities.length;
    for (let i = 0; i < rows; i++) fillRow(table, type, first + i, init);
    if (type.objects === 0) table.repeatRow(type, first);
  }
}
