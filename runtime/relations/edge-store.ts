import { indexOf, type Entity } from "../entities/entity.js";
import type { Memory } from "../memory/memory.js";
import type { ComponentType, Cursor } from "../tables/component-type.js";
import { Table } from "../tables/table.js";
import { TagCursor } from "../tables/tag-cursor.js";
import { assignWhole, fillWhole } from "../tables/whole-write.js";
import { Adjacency } from "./adjacency.js";
import { EdgeIndex } from "./edge-index.js";
import type { RelationType } from "./relation-type.js";

/** Columns of a table of edges: these five, then the data. */
const targetColumn = 0;
const [previousOfSource, nextOfSource, previousOfTarget, nextOfTarget] = [1, 2, 3, 4] as const;

/**
 * All edges of one relation: one table, a row for each, whatever the number of targets.
 *
 *     table     [ source | target | links of the source's list | links of the target's list | data ]
 *     outgoing  per entity the list of edges that it is the source of; incoming: the target of
 *
 * Adding and removing an edge takes a fixed number of steps. A row that is taken out is filled by the last.
 */
export class EdgeStore {
  readonly type: RelationType;
  readonly table: Table;
  readonly outgoing: Adjacency;
  readonly incoming: Adjacency;
  /** Changes whenever an edge comes or goes. */
  version = 0;
  private readonly memory: Memory;
  /** Only where a source may have many targets; else its one edge is found at once. */
  private readonly index: EdgeIndex | undefined;

  /** `universe` is how many relations the layout has. */
  constructor(memory: Memory, type: RelationType, universe: number) {
    this.type = type;
    this.table = new Table(-1, memory, [linksAt(universe), dataOf(type)], universe + 1);
    this.outgoing = new Adjacency(memory, this.table, previousOfSource, nextOfSource);
    this.incoming = new Adjacency(memory, this.table, previousOfTarget, nextOfTarget);
    this.memory = memory;
    this.index = type.exclusive ? undefined : new EdgeIndex(memory, this);
  }

  /** Bytes beside the arena. */
  get bytes(): number {
    return this.outgoing.bytes + this.incoming.bytes + (this.index?.bytes ?? 0);
  }

  /** The entity that the edge in this row starts from. */
  source(row: number): Entity {
    return this.table.entityAt(row);
  }

  /** The entity that it leads to. */
  target(row: number): Entity {
    return this.memory.entity[this.targets + row];
  }

  /** Where the column of targets starts, in `memory.entity`; valid until the table grows or moves. */
  get targets(): number {
    return this.table.columns[targetColumn];
  }

  /** The row of the edge from the living entity with this index to a target, or -1. */
  find(sourceIndex: number, target: Entity): number {
    if (this.index !== undefined) return this.index.find(sourceIndex, target);
    const row = this.outgoing.first(sourceIndex);
    return row >= 0 && this.target(row) === target ? row : -1;
  }

  /** The cursor at a row, to be used up at once. */
  at(row: number): Cursor<unknown, unknown> {
    return this.table.cursorAt(this.table.components[1], row);
  }

  /**
   * Makes sure that there is an edge with these values; what `init` does not say takes its default. An edge that was there
   * keeps its place. Throws `ArenaFull`, or what `init` makes the cursor throw, with nothing changed.
   */
  put(source: Entity, target: Entity, init: unknown): void {
    const known = this.find(indexOf(source), target);
    if (known >= 0) {
      fillWhole(this.at(known), this.table, this.table.components[1], init);
      return;
    }
    const replaced = this.type.exclusive ? this.outgoing.first(indexOf(source)) : -1;
    this.append(source, target, init);
    if (replaced >= 0) this.removeRow(replaced);
  }

  /** Writes the fields of an edge that `init` says; what fails changes nothing. */
  assign(row: number, init: unknown): void {
    assignWhole(this.at(row), this.table, this.table.components[1], init);
  }

  /** Takes an edge out. */
  removeRow(row: number): void {
    const last = this.table.count - 1;
    this.outgoing.unlink(indexOf(this.source(row)), row);
    this.incoming.unlink(indexOf(this.target(row)), row);
    this.index?.remove(row);
    if (row !== last) {
      this.outgoing.relocate(indexOf(this.source(last)), last, row);
      this.incoming.relocate(indexOf(this.target(last)), last, row);
      this.index?.relocate(last, row);
    }
    this.table.removeRow(row);
    this.noteMove();
  }

  /** Takes all edges out that an entity is the source of, and says how many they were. */
  removeOutgoing(source: Entity): number {
    return this.removeAll(this.outgoing, indexOf(source));
  }

  /** Takes all edges of an entity out, at both ends. */
  forget(entity: Entity): void {
    this.removeAll(this.outgoing, indexOf(entity));
    this.removeAll(this.incoming, indexOf(entity));
  }

  /** Takes all edges out and gives the memory back. */
  clear(): void {
    this.table.clear();
    this.outgoing.clear();
    this.incoming.clear();
    this.index?.clear();
    this.noteMove();
  }

  /** Rows in an order in which the edges may have been added: every list of an entity is in this order. */
  order(): Int32Array {
    const { count } = this.table;
    const sides = [this.outgoing, this.incoming];
    const waits = new Uint8Array(count);
    let ascending = true;
    for (let row = 0; row < count; row++) {
      for (const side of sides) {
        const next = side.next(row);
        if (next >= 0) waits[next]++;
        if (next >= 0 && next < row) ascending = false;
      }
    }
    const order = new Int32Array(count);
    if (ascending) return order.map((_, row) => row);
    let known = 0;
    for (let row = 0; row < count; row++) if (waits[row] === 0) order[known++] = row;
    for (let i = 0; i < known; i++) {
      for (const side of sides) {
        const next = side.next(order[i]);
        if (next >= 0 && --waits[next] === 0) order[known++] = next;
      }
    }
    return order;
  }

  /** Says where the edge of a row leads, which `link` binds later. */
  aim(row: number, target: Entity): void {
    this.memory.entity[this.table.columns[targetColumn] + row] = target;
  }

  /** Binds rows, whose ends were put there directly, in an order in which they are added to their lists. */
  link(order: Iterable<number>): void {
    for (const row of order) {
      this.outgoing.append(indexOf(this.source(row)), row);
      this.incoming.append(indexOf(this.target(row)), row);
      this.index?.add(row);
    }
    this.noteMove();
  }

  /** Takes over a copy of the edges of another store of the same relation; this one is empty. Throws `ArenaFull`. */
  copyFrom(other: EdgeStore): void {
    this.table.copyRows(other.table);
    if (this.type.objects > 0) {
      for (let row = 0; row < other.table.count; row++) this.at(row).$fill(other.at(row).$read());
    }
    this.link(other.order());
  }

  private noteMove(): void {
    this.version++;
    this.memory.moves++;
  }

  private append(source: Entity, target: Entity, init: unknown): void {
    const row = this.table.append(source);
    try {
      this.at(row).$fill(init);
    } catch (error) {
      this.table.removeRow(row);
      throw error;
    }
    this.aim(row, target);
    this.link([row]);
  }

  private removeAll(side: Adjacency, entityIndex: number): number {
    const count = side.count(entityIndex);
    for (let i = 0; i < count; i++) this.removeRow(side.first(entityIndex));
    return count;
  }
}

/** The target and the links, as a component of the table of edges; its index is behind those of all relations. */
function linksAt(index: number): ComponentType {
  return {
    kind: "component",
    name: "links",
    key: "links",
    id: 0n,
    stateVersion: 0n,
    index,
    fields: {},
    storage: "table",
    columns: ["entity", "i32", "i32", "i32", "i32"],
    objects: 0,
    cursor: TagCursor,
  };
}

/** The data of edges, as a component of their table. */
function dataOf(type: RelationType): ComponentType {
  return { ...type, kind: "component", storage: "table" };
}
