import { describeEntity, indexOf, NO_ENTITY, type Entity } from "../entities/entity.js";
import { EntityIndex, noTable } from "../entities/entity-index.js";
import { EcsError } from "../errors.js";
import type { Memory } from "../memory/memory.js";
import { ComponentRegistry } from "./component-registry.js";
import type { ComponentList } from "./component-list.js";
import type { ComponentType, Cursor } from "./component-type.js";
import type { EntityLinks } from "./entity-links.js";
import { SparseSet } from "./sparse-set.js";
import { initOf, isInTable, shapeOf, SpawnShape } from "./spawn-shape.js";
import type { Table } from "./table.js";
import { TableGraph } from "./table-graph.js";
import { addedColumn, changedColumn } from "./ticks.js";
import { Toggle } from "./toggle.js";
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
  /** By component, where one was asked for; and those alone, since an entity that ends is taken out of each. */
  readonly #setOf: (SparseSet | undefined)[];
  readonly #toggleOf: (Toggle | undefined)[];
  readonly #sets: SparseSet[] = [];
  readonly #toggles: Toggle[] = [];
  readonly #emptyShape: SpawnShape;

  constructor(memory: Memory, components: readonly ComponentType[], maxEntities?: number) {
    this.memory = memory;
    this.entities = new EntityIndex(memory, maxEntities);
    this.registry = new ComponentRegistry(components);
    this.graph = new TableGraph(memory, components.length);
    this.#setOf = components.map(() => undefined);
    this.#toggleOf = components.map(() => undefined);
    this.#emptyShape = new SpawnShape(this.registry, this.graph);
  }

  /** The set of a sparse component. Throws `InvalidArgument` for another kind. */
  sparse(type: ComponentType): SparseSet {
    if (type.storage !== "sparse") throw wrongStorage(type, "sparse");
    return this.#setOf[type.index] ?? this.#newSet(type);
  }

  /** The bits of a toggle. Throws `InvalidArgument` for another kind of component. */
  toggle(type: ComponentType): Toggle {
    if (type.storage !== "toggle") throw wrongStorage(type, "toggle");
    return this.#toggleOf[type.index] ?? this.#newToggle(type);
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

  /** The components that were given to `spawn`, in dense order. Throws `UnknownComponent`. */
  typesOf(components: object): readonly ComponentType[] {
    return shapeOf(this.#emptyShape, components)
      .types.slice()
      .sort((a, b) => a.index - b.index);
  }

  /** Makes an entity. Throws `UnknownComponent`, `ArenaFull` or `EntityLimit`, with nothing changed. */
  spawn(components: object): Entity {
    this.entities.requireRoom(1);
    const shape = shapeOf(this.#emptyShape, components);
    this.#makeRoom(shape, 1);
    const entity = this.entities.reserve();
    this.#settle(entity, shape, components);
    return entity;
  }

  /** Gives an entity that was reserved its row and components. Throws as `spawn` does, and ends the entity then. */
  spawnReserved(entity: Entity, components: object): void {
    try {
      const shape = shapeOf(this.#emptyShape, components);
      this.#makeRoom(shape, 1);
      this.#settle(entity, shape, components);
    } catch (error) {
      this.entities.release(entity);
      throw error;
    }
  }

  /** Makes many entities with the same components. Throws as `spawn` does, with nothing changed. */
  spawnMany(count: number, components: object): Entity[] {
    this.entities.requireRoom(count);
    const shape = shapeOf(this.#emptyShape, components);
    this.#makeRoom(shape, count);
    this.entities.prepare(count);
    const spawned: Entity[] = [];
    const first = shape.table.count;
    try {
      for (let i = 0; i < count; i++) spawned.push(this.#appendTo(shape.table));
      for (let i = 0; i < shape.types.length; i++) {
        this.#fillMany(shape.types[i], spawned, shape.table, first, initOf(components, shape.keys[i]));
      }
    } catch (error) {
      this.endAll(spawned);
      throw error;
    }
    this.changes++;
    return spawned;
  }

  /** Makes room for many entities with these components, without spare. Throws as `spawn` does. */
  prepare(count: number, components: object): void {
    this.entities.requireRoom(count);
    this.#makeRoom(shapeOf(this.#emptyShape, components), count);
    this.entities.prepare(count);
  }

  /** Ends an entity and all it has; `false` when it was not alive. */
  despawn(entity: Entity): boolean {
    const table = this.tableOf(entity);
    if (!this.entities.release(entity)) return false;
    this.changes++;
    this.links?.forget(entity);
    if (table === undefined) return true;
    if (this.#sets.length > 0) for (const set of this.#sets) set.remove(entity);
    if (this.#toggles.length > 0) for (const toggle of this.#toggles) toggle.remove(indexOf(entity));
    this.#removeRow(table, this.entities.rowOf(entity));
    return true;
  }

  /** Ends several entities. */
  endAll(entities: readonly Entity[]): void {
    for (const entity of entities) this.despawn(entity);
  }

  /** Whether a living entity has a component. */
  has(entity: Entity, type: ComponentType): boolean {
    switch (type.storage) {
      case "sparse":
        return this.#setOf[type.index]?.has(indexOf(entity)) ?? false;
      case "toggle":
        return this.#toggleOf[type.index]?.has(indexOf(entity)) ?? false;
      default:
        return this.tableOf(entity)?.has(type.index) ?? false;
    }
  }

  /** The cursor of a component at an entity, to be used up at once; none when the entity does not have it. */
  at<Value, Init>(entity: Entity, type: ComponentType<Value, Init>): Cursor<Value, Init> | undefined {
    if (type.storage !== "table") return this.#atBeside(entity, type);
    const table = this.tableOf(entity);
    return table?.has(type.index) === true ? this.#cursorAt(type, table, this.entities.rowOf(entity)) : undefined;
  }

  /** Adds a component. Throws `ComponentAlreadyPresent` or `ArenaFull`, or what `init` throws, with nothing changed. */
  add(entity: Entity, type: ComponentType, init: unknown): void {
    if (isInTable(type)) {
      const from = this.#tableOf(entity);
      if (from.has(type.index)) throw alreadyPresent(entity, type);
      const edge = this.graph.edge(from, type);
      this.#fillNext(type, edge.to, init);
      edge.move(entity, this.entities.rowOf(entity), this.entities);
    } else {
      this.requireAbsent(entity, type);
      this.#putBeside(type, entity, init);
    }
    this.changes++;
  }

  /**
   * Puts a copy of all that another storage of the same layout holds into this one, which is empty: entities with their
   * ids, rows and dense rows in their order.
   */
  copyFrom(source: Storage): void {
    this.entities.slots.copyFrom(source.entities.slots);
    this.entities.prepare(0);
    for (const table of source.graph.tables) this.#copyTable(table, source);
    for (const type of this.registry.types) if (!isInTable(type)) this.#copyBeside(type, source);
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
      this.#tableOf(entity),
      inTable.map(([type]) => type),
    );
    const added: ComponentType[] = [];
    try {
      for (const [type, init] of beside) {
        this.#putBeside(type, entity, init);
        added.push(type);
      }
      for (const [type, init] of inTable) this.#fillNext(type, way.to, init);
      if (inTable.length > 0) way.move(entity, this.entities.rowOf(entity), this.entities);
    } catch (error) {
      for (const type of added) this.#removeBeside(entity, type);
      throw error;
    }
    this.changes++;
  }

  /**
   * Takes those of these components away that the entity has, with one move, and says how many they were. Throws `ArenaFull`
   * with nothing changed.
   */
  removeAll(entity: Entity, types: readonly ComponentType[]): number {
    const present = types.filter((type) => this.has(entity, type));
    const inTable = present.filter(isInTable);
    const from = this.#tableOf(entity);
    if (inTable.length > 0) this.graph.edgeOf(from, inTable).move(entity, this.entities.rowOf(entity), this.entities);
    for (const type of present) if (!isInTable(type)) this.remove(entity, type);
    return present.length;
  }

  /** Takes a component away; `false` when the entity did not have it. Throws `ArenaFull` with nothing changed. */
  remove(entity: Entity, type: ComponentType): boolean {
    if (isInTable(type)) {
      const from = this.#tableOf(entity);
      if (!from.has(type.index)) return false;
      this.graph.edge(from, type).move(entity, this.entities.rowOf(entity), this.entities);
    } else if (!this.#removeBeside(entity, type)) return false;
    this.changes++;
    return true;
  }

  /** Writes the fields that `init` says; `false` when the entity does not have the component. What fails changes nothing. */
  set(entity: Entity, type: ComponentType, init: unknown): boolean {
    const cursor = this.at(entity, type);
    if (cursor === undefined) return false;
    assignWhole(cursor, this.#tableWith(entity, type), type, init);
    this.changes++;
    return true;
  }

  /** Writes all fields of a component, or adds it. Throws as `add` does. */
  put(entity: Entity, type: ComponentType, init: unknown): void {
    const cursor = this.at(entity, type);
    if (cursor === undefined) return this.add(entity, type, init);
    fillWhole(cursor, this.#tableWith(entity, type), type, init);
    this.changes++;
  }

  /** Marks a tracked component as written; `false` when the entity does not have it. */
  touch(entity: Entity, type: ComponentType): boolean {
    if (!this.has(entity, type)) return false;
    const table = this.#tableWith(entity, type);
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
    for (const set of this.#sets) set.clear();
    for (const toggle of this.#toggles) toggle.clear();
    this.links?.clear();
    this.changes++;
  }

  /** Ends all entities, and hands out the same ids again. */
  reset(): void {
    this.clear();
    this.entities.slots.reset();
  }

  /** Bytes beside the arena: toggles, the pages of sparse sets, and where the edges of relations are. */
  get bytesPerIndex(): number {
    const parts = [...this.#sets, ...this.#toggles, this.links];
    return parts.reduce((bytes, part) => bytes + (part?.bytes ?? 0), 0);
  }

  #atBeside<Value, Init>(entity: Entity, type: ComponentType<Value, Init>): Cursor<Value, Init> | undefined {
    if (!this.has(entity, type)) return undefined;
    if (type.storage !== "sparse") return this.registry.cursor(type, this.#tableOf(entity));
    const set = this.sparse(type);
    return this.#cursorAt(type, set.table, set.rowOf(entity));
  }

  #cursorAt<Value, Init>(type: ComponentType<Value, Init>, table: Table, row: number): Cursor<Value, Init> {
    const cursor = this.registry.cursor(type, table);
    cursor.$row = row;
    return cursor;
  }

  #newSet(type: ComponentType): SparseSet {
    const set = new SparseSet(this.memory, type, this.registry.types.length);
    this.#setOf[type.index] = set;
    this.#sets.push(set);
    return set;
  }

  #newToggle(type: ComponentType): Toggle {
    const toggle = new Toggle(this.memory);
    this.#toggleOf[type.index] = toggle;
    this.#toggles.push(toggle);
    return toggle;
  }

  #tableOf(entity: Entity): Table {
    return this.graph.tables[this.entities.tableOf(entity)];
  }

  #makeRoom(shape: SpawnShape, count: number): void {
    roomIn(shape.table, count);
    for (const type of shape.sparse) roomIn(this.sparse(type).table, count);
  }

  #copyTable(from: Table, source: Storage): void {
    const to = this.graph.find(from.components);
    this.#copyRows(to, from, source);
    this.placeRows(to);
  }

  #copyBeside(type: ComponentType, source: Storage): void {
    if (type.storage === "toggle") {
      for (const index of source.toggle(type).indices()) this.toggle(type).add(index);
      return;
    }
    const set = this.sparse(type);
    this.#copyRows(set.table, source.sparse(type).table, source);
    set.adoptRows();
  }

  #copyRows(to: Table, from: Table, source: Storage): void {
    to.copyRows(from);
    for (const type of from.components) {
      // The ticks of another world mean nothing here: what is new in this one was written now.
      for (let row = 0; type.tracked === true && row < from.count; row++) this.#stamp(type, to, row);
      if (type.objects === 0) continue;
      for (let row = 0; row < from.count; row++) {
        this.#fill(type, to, row, source.#cursorAt(type, from, row).$read());
      }
    }
  }

  #appendTo(table: Table): Entity {
    const entity = this.entities.reserve();
    this.entities.place(entity, table.id, table.append(entity));
    return entity;
  }

  /** Gives a new entity its row and components; what fails ends it. */
  #settle(entity: Entity, shape: SpawnShape, components: object): void {
    const { table, types } = shape;
    try {
      this.#fillShape(entity, shape, components);
    } catch (error) {
      table.dropNext();
      for (const type of types) if (!isInTable(type)) this.#removeBeside(entity, type);
      this.entities.release(entity);
      throw error;
    }
    this.entities.place(entity, table.id, table.append(entity));
    this.changes++;
  }

  /** Goes through what was given in the order in which the shape was found: keys of such a loop are read at once. */
  #fillShape(entity: Entity, { table, types, keys }: SpawnShape, components: object): void {
    let filled = 0;
    for (const key in components) {
      if (key !== keys[filled]) continue;
      this.#fillNew(entity, types[filled], table, initOf(components, key));
      filled++;
    }
    // A proxy may keep back what it had before.
    for (; filled < keys.length; filled++) this.#fillNew(entity, types[filled], table, undefined);
  }

  #fillNew(entity: Entity, type: ComponentType, table: Table, init: unknown): void {
    if (isInTable(type)) this.#fill(type, table, table.count, init);
    else this.#putBeside(type, entity, init);
  }

  /** The table where a living entity has the columns of a component. */
  #tableWith(entity: Entity, type: ComponentType): Table {
    return type.storage === "sparse" ? this.sparse(type).table : this.#tableOf(entity);
  }

  /** Writes the component of a row that has its place already. */
  #fill(type: ComponentType, table: Table, row: number, init: unknown): void {
    if (type.storage === "tag") return;
    this.#cursorAt(type, table, row).$fill(init);
    if (type.tracked === true) this.#stamp(type, table, row);
  }

  /** A row that is new was written as well. */
  #stamp(type: ComponentType, table: Table, row: number): void {
    const { f64, tick } = this.memory;
    f64[table.columns[addedColumn(table, type)] + row] = tick;
    f64[table.columns[changedColumn(table, type)] + row] = tick;
  }

  /** Writes a component of the row that comes next, which is not in use yet: what fails there has changed nothing. */
  #fillNext(type: ComponentType, table: Table, init: unknown): void {
    table.makeRoom();
    try {
      this.#fill(type, table, table.count, init);
    } catch (error) {
      table.dropNext();
      throw error;
    }
  }

  /** Gives an entity a component that is not kept in its table; what fails changes nothing. */
  #putBeside(type: ComponentType, entity: Entity, init: unknown): void {
    if (type.storage === "toggle") {
      this.toggle(type).add(indexOf(entity));
      return;
    }
    const set = this.sparse(type);
    this.#fillNext(type, set.table, init);
    set.add(entity);
  }

  #removeBeside(entity: Entity, type: ComponentType): boolean {
    if (type.storage === "toggle") return this.#toggleOf[type.index]?.remove(indexOf(entity)) ?? false;
    return this.#setOf[type.index]?.remove(entity) ?? false;
  }

  #fillMany(type: ComponentType, entities: readonly Entity[], table: Table, first: number, init: unknown): void {
    if (type.storage === "tag") return;
    if (type.storage !== "table") {
      for (const entity of entities) this.#putBeside(type, entity, init);
      return;
    }
    if (type.objects === 0 && entities.length > 0) {
      this.#fill(type, table, first, init);
      table.repeatRow(type, first);
      return;
    }
    for (let i = 0; i < entities.length; i++) this.#fill(type, table, first + i, init);
  }

  #removeRow(table: Table, row: number): void {
    const moved = table.removeRow(row);
    if (moved !== NO_ENTITY) this.entities.placeRow(moved, row);
  }
}

/** One row makes a table double; many take just what they need. */
function roomIn(table: Table, count: number): void {
  if (count === 1) table.makeRoom();
  else table.reserve(count);
}

function alreadyPresent(entity: Entity, type: ComponentType): EcsError {
  const message = `${describeEntity(entity)} has component \`${type.name}\` already`;
  const help = "change its values with `world.set`, or ask `world.has` before adding";
  return new EcsError("ComponentAlreadyPresent", message, help);
}

function wrongStorage(type: ComponentType, storage: string): EcsError {
  const message = `component \`${type.name}\` is stored as \`${type.storage}\`, not as \`${storage}\``;
  return new EcsError("InvalidArgument", message, `ask for a component that its schema declares as \`${storage}\``);
}
