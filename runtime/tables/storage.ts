import { describeEntity, NO_ENTITY, type Entity } from "../entities/entity.js";
import { EntityIndex, noTable } from "../entities/entity-index.js";
import { EcsError } from "../errors.js";
import type { Memory } from "../memory/memory.js";
import { Beside } from "./beside.js";
import { ComponentRegistry } from "./component-registry.js";
import type { ComponentList } from "./component-list.js";
import type { ComponentType, Cursor } from "./component-type.js";
import type { EntityLinks } from "./entity-links.js";
import { fillNext, fillRow, stampRow } from "./row-fill.js";
import type { SparseSet } from "./sparse-set.js";
import { isInTable } from "./spawn-shape.js";
import { Spawner } from "./spawner.js";
import type { Table } from "./table.js";
import { TableGraph } from "./table-graph.js";
import { changedColumn } from "./ticks.js";
import type { Toggle } from "./toggle.js";
import { assignWhole, fillWhole } from "./whole-write.js";

/**
 * All entities and their components. Everything happens at once: who calls it makes sure that no loop runs, that the
 * entities are alive and have a row, and that the tokens belong to this layout.
 */
export class Storage {
  readonly memory: Memory;
  readonly entities: EntityIndex;
  readonly registry: ComponentRegistry;
  readonly graph: TableGraph;
  /** What binds entities together; nothing when the layout has no relations. */
  links: EntityLinks | undefined;
  /** Counts what was changed since the world was made. */
  changes = 0;
  /** By component, whether somebody is to be told of each write, which a cursor does not do. */
  readonly told: Uint8Array;
  private readonly beside: Beside;
  private readonly spawner: Spawner;

  constructor(memory: Memory, components: readonly ComponentType[], maxEntities?: number) {
    this.memory = memory;
    this.entities = new EntityIndex(memory, maxEntities);
    this.registry = new ComponentRegistry(components);
    this.graph = new TableGraph(memory, components.length);
    this.beside = new Beside(memory, components.length);
    this.told = new Uint8Array(components.length);
    this.spawner = new Spawner(this.entities, this.registry, this.graph, this.beside);
  }

  /** The set of a sparse component. Throws `InvalidArgument` for another kind. */
  sparse(type: ComponentType): SparseSet {
    return this.beside.sparse(type);
  }

  /** The bits of a toggle. Throws `InvalidArgument` for another kind of component. */
  toggle(type: ComponentType): Toggle {
    return this.beside.toggle(type);
  }

  /** The table of a living entity; none when its spawn is still queued. */
  tableOf(entity: Entity): Table | undefined {
    const table = this.entities.tableOf(entity);
    return table === noTable ? undefined : this.graph.tables[table];
  }

  /** Whether a living entity waits for its queued spawn. */
  isPending(entity: Entity): boolean {
    return this.entities.tableOf(entity) === noTable;
  }

  /** Whether an entity is alive and has its row. */
  isSettled(entity: Entity): boolean {
    return this.entities.isAlive(entity) && !this.isPending(entity);
  }

  /** Whether an entity is alive, and a token belongs to this layout. */
  knows(entity: Entity, type: ComponentType): boolean {
    return this.registry.has(type) && this.entities.isAlive(entity);
  }

  /** The components that were given to `spawn`, in dense order. Throws `UnknownComponent`. */
  typesOf(components: object): readonly ComponentType[] {
    return this.spawner.typesOf(components);
  }

  /** Makes an entity. Throws `UnknownComponent`, `ArenaFull` or `EntityLimit`, with nothing changed. */
  spawn(components: object): Entity {
    const entity = this.spawner.spawn(components);
    this.noteMove();
    return entity;
  }

  /** Gives an entity that was reserved its row and components. Throws as `spawn` does, and ends the entity then. */
  spawnReserved(entity: Entity, components: object): void {
    this.spawner.spawnReserved(entity, components);
    this.noteMove();
  }

  /** Makes many entities with the same components. Throws as `spawn` does, with nothing changed. */
  spawnMany(count: number, components: object): Entity[] {
    const spawned = this.spawner.spawnMany(count, components);
    this.noteMove();
    return spawned;
  }

  /** Makes room for many entities with these components, without spare. Throws as `spawn` does. */
  prepare(count: number, components: object): void {
    this.spawner.prepare(count, components);
  }

  /** Ends an entity and all it has; `false` when it was not alive. */
  despawn(entity: Entity): boolean {
    const { entities } = this;
    const id = entities.tableOf(entity);
    const row = entities.rowOf(entity);
    if (!entities.release(entity)) return false;
    this.noteMove();
    this.links?.forget(entity);
    if (id === noTable) return true;
    this.beside.forget(entity);
    this.removeRow(this.graph.tables[id], row);
    return true;
  }

  /** Ends several entities. */
  endAll(entities: readonly Entity[]): void {
    for (const entity of entities) this.despawn(entity);
  }

  /** Whether a living entity has a component. */
  has(entity: Entity, type: ComponentType): boolean {
    return isInTable(type) ? (this.tableOf(entity)?.has(type.index) ?? false) : this.beside.has(entity, type);
  }

  /** The cursor of a component at an entity, to be used up at once; none when the entity does not have it. */
  at<Value, Init>(entity: Entity, type: ComponentType<Value, Init>): Cursor<Value, Init> | undefined {
    if (type.storage !== "table") return this.atBeside(entity, type);
    const table = this.tableOf(entity);
    return table?.has(type.index) === true ? table.cursorAt(type, this.entities.rowOf(entity)) : undefined;
  }

  /** Adds a component. Throws `ComponentAlreadyPresent` or `ArenaFull`, or what `init` throws, with nothing changed. */
  add(entity: Entity, type: ComponentType, init: unknown): void {
    if (isInTable(type)) {
      const from = this.settledTable(entity);
      if (from.has(type.index)) throw alreadyPresent(entity, type);
      const edge = this.graph.edge(from, type);
      fillNext(edge.to, type, init);
      edge.move(entity, this.entities);
    } else {
      this.requireAbsent(entity, type);
      this.beside.put(entity, type, init);
    }
    this.noteMove();
  }

  /**
   * Puts a copy of all that another storage of the same layout holds into this one, which is empty: entities with their
   * ids, tables, rows and dense rows in their order.
   */
  copyFrom(source: Storage): void {
    if (!this.graph.isOrderedAs(source.graph)) this.forgetTables();
    this.entities.slots.copyFrom(source.entities.slots);
    this.entities.prepare(0);
    for (const table of source.graph.order) this.copyTable(table);
    for (const type of this.registry.types) if (!isInTable(type)) this.copyBeside(type, source);
  }

  /** Says for every row of a table where its entity is, after rows were put there directly. */
  placeRows(table: Table): void {
    for (let row = 0; row < table.count; row++) this.entities.place(table.entityAt(row), table.id, row);
  }

  /** The entities that have a sparse component, in dense order, or a toggle, ascending by index. */
  entitiesBeside(type: ComponentType): Entity[] {
    if (type.storage === "toggle") {
      return this.toggle(type)
        .indices()
        .flatMap((index) => this.entities.at(index) ?? []);
    }
    const { table } = this.sparse(type);
    return Array.from({ length: table.count }, (_, row) => table.entityAt(row));
  }

  /** Adds several components with one move. The entity has none of them. Throws as `add` does, with nothing changed. */
  addAll(entity: Entity, list: ComponentList): void {
    const inTable = list.filter(([type]) => isInTable(type));
    const beside = list.filter(([type]) => !isInTable(type));
    const way = this.graph.edgeOf(
      this.settledTable(entity),
      inTable.map(([type]) => type),
    );
    const added: ComponentType[] = [];
    try {
      for (const [type, init] of beside) {
        this.beside.put(entity, type, init);
        added.push(type);
      }
      for (const [type, init] of inTable) fillNext(way.to, type, init);
      if (inTable.length > 0) way.move(entity, this.entities);
    } catch (error) {
      for (const type of added) this.beside.remove(entity, type);
      throw error;
    }
    this.noteMove();
  }

  /**
   * Takes those of these components away that the entity has, with one move, and says how many they were. Throws `ArenaFull`
   * with nothing changed.
   */
  removeAll(entity: Entity, types: readonly ComponentType[]): number {
    const present = types.filter((type) => this.has(entity, type));
    const inTable = present.filter(isInTable);
    const from = this.settledTable(entity);
    if (inTable.length > 0) {
      this.graph.edgeOf(from, inTable).move(entity, this.entities);
      this.noteMove();
    }
    for (const type of present) if (!isInTable(type)) this.remove(entity, type);
    return present.length;
  }

  /** Takes a component away; `false` when the entity did not have it. Throws `ArenaFull` with nothing changed. */
  remove(entity: Entity, type: ComponentType): boolean {
    if (isInTable(type)) {
      const from = this.settledTable(entity);
      if (!from.has(type.index)) return false;
      this.graph.edge(from, type).move(entity, this.entities);
    } else if (!this.beside.remove(entity, type)) return false;
    this.noteMove();
    return true;
  }

  /** Writes the fields that `init` says; `false` when the entity does not have the component. What fails changes nothing. */
  set(entity: Entity, type: ComponentType, init: unknown): boolean {
    if (type.storage !== "table") return this.setBeside(entity, type, init);
    const table = this.tableOf(entity);
    if (table === undefined || !table.has(type.index)) return false;
    assignWhole(table.cursorAt(type, this.entities.rowOf(entity)), table, type, init);
    this.changes++;
    return true;
  }

  /** Writes all fields of a component, or adds it. Throws as `add` does. */
  put(entity: Entity, type: ComponentType, init: unknown): void {
    const cursor = this.at(entity, type);
    if (cursor === undefined) return this.add(entity, type, init);
    fillWhole(cursor, this.tableWith(entity, type), type, init);
    this.changes++;
  }

  /** Marks a tracked component as written; `false` when the entity does not have it. */
  touch(entity: Entity, type: ComponentType): boolean {
    if (!this.has(entity, type)) return false;
    const table = this.tableWith(entity, type);
    const row = type.storage === "sparse" ? this.sparse(type).rowOf(entity) : this.entities.rowOf(entity);
    this.memory.f64[table.columns[changedColumn(table, type)] + row] = this.memory.tick;
    return true;
  }

  /** Throws `ComponentAlreadyPresent` when an entity has a component. */
  requireAbsent(entity: Entity, type: ComponentType): void {
    if (this.has(entity, type)) throw alreadyPresent(entity, type);
  }

  /** Ends all entities and gives their memory back. */
  clear(): void {
    for (const entity of this.entities.slots.living()) this.entities.release(entity);
    for (const table of this.graph.tables) table.clear();
    this.beside.clear();
    this.links?.clear();
    this.noteMove();
  }

  /** Ends all entities, hands out the same ids again, and finds tables in the same order. */
  reset(): void {
    this.clear();
    this.entities.slots.reset();
    this.forgetTables();
  }

  /** Bytes beside the arena: toggles, the pages of sparse sets, and where the edges of relations are. */
  get bytesPerIndex(): number {
    return this.beside.bytes + (this.links?.bytes ?? 0);
  }

  private forgetTables(): void {
    this.graph.forget();
    this.spawner.forget();
  }

  /** Something came or went, so that rows may have moved. */
  private noteMove(): void {
    this.changes++;
    this.memory.moves++;
  }

  private atBeside<Value, Init>(entity: Entity, type: ComponentType<Value, Init>): Cursor<Value, Init> | undefined {
    if (!this.has(entity, type)) return undefined;
    if (type.storage !== "sparse") return new type.cursor(this.settledTable(entity));
    const set = this.sparse(type);
    return set.table.cursorAt(type, set.rowOf(entity));
  }

  private setBeside(entity: Entity, type: ComponentType, init: unknown): boolean {
    const cursor = this.atBeside(entity, type);
    if (cursor === undefined) return false;
    assignWhole(cursor, this.tableWith(entity, type), type, init);
    this.changes++;
    return true;
  }

  private settledTable(entity: Entity): Table {
    return this.graph.tables[this.entities.tableOf(entity)];
  }

  private copyTable(from: Table): void {
    const to = this.graph.find(from.components);
    this.copyRows(to, from);
    this.placeRows(to);
  }

  private copyBeside(type: ComponentType, source: Storage): void {
    if (type.storage === "toggle") {
      for (const index of source.toggle(type).indices()) this.toggle(type).add(index);
      return;
    }
    const set = this.sparse(type);
    this.copyRows(set.table, source.sparse(type).table);
    set.adoptRows();
  }

  private copyRows(to: Table, from: Table): void {
    to.copyRows(from);
    for (const type of from.components) {
      // The ticks of another world mean nothing here: what is new in this one was written now.
      for (let row = 0; type.tracked === true && row < from.count; row++) stampRow(to, type, row);
      if (type.objects === 0) continue;
      for (let row = 0; row < from.count; row++) {
        fillRow(to, type, row, from.cursorAt(type, row).$read());
      }
    }
  }

  /** The table where a living entity has the columns of a component. */
  private tableWith(entity: Entity, type: ComponentType): Table {
    return type.storage === "sparse" ? this.sparse(type).table : this.settledTable(entity);
  }

  private removeRow(table: Table, row: number): void {
    const moved = table.removeRow(row);
    if (moved !== NO_ENTITY) this.entities.placeRow(moved, row);
  }
}

function alreadyPresent(entity: Entity, type: ComponentType): EcsError {
  const message = `${describeEntity(entity)} has component \`${type.name}\` already`;
  const help = "change its values with `world.set`, or take `world.commands.add`, which does either";
  return new EcsError("ComponentAlreadyPresent", message, help);
}
