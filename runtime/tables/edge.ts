import { NO_ENTITY, type Entity } from "../entities/entity.js";
import type { EntityIndex } from "../entities/entity-index.js";
import type { Memory } from "../memory/memory.js";
import type { ComponentType } from "./component-type.js";
import type { Table } from "./table.js";

/** The way from one table to the one with a component more or less: where it leads, and which columns both have. */
export class Edge {
  readonly to: Table;
  readonly #from: Table;
  readonly #memory: Memory;
  /** Pairs, of columns of 4 bytes: column here, and there. */
  readonly #words: Int32Array;
  /** Triples, of other columns: column here, column there, element size as a power of two. */
  readonly #others: Int32Array;
  /** Pairs: column of ordinary values here, and there. */
  readonly #objects: Int32Array;
  /** Whether neither table has columns of ordinary values. */
  readonly #plain: boolean;

  constructor(memory: Memory, from: Table, to: Table) {
    const shared = from.components.filter((component) => to.has(component.index));
    this.to = to;
    this.#from = from;
    this.#memory = memory;
    const columns = shared.flatMap((component) => columnsOf(component, from, to));
    this.#words = Int32Array.from(columns.filter(({ shift }) => shift === 2).flatMap((pair) => [pair.from, pair.to]));
    this.#others = Int32Array.from(
      columns.filter(({ shift }) => shift !== 2).flatMap((pair) => [pair.from, pair.to, pair.shift]),
    );
    this.#objects = Int32Array.from(shared.flatMap((component) => objectsOf(component, from, to)));
    this.#plain = from.objectCount + to.objectCount === 0;
  }

  /** Moves a row there with what both tables have of it, and says so in the index. Throws `ArenaFull`, with nothing changed. */
  move(entity: Entity, row: number, index: EntityIndex): void {
    const { to } = this;
    to.makeRoom();
    const added = this.#plain ? this.#movePlain(entity, row, index) : this.#moveAny(entity, row, index);
    index.place(entity, to.id, added);
  }

  #moveAny(entity: Entity, row: number, index: EntityIndex): number {
    const { to } = this;
    const from = this.#from;
    const added = to.append(entity);
    const words = this.#words;
    for (let i = 0; i < words.length; i += 2) {
      this.#memory.copyElement(2, from.columns[words[i]] + row, to.columns[words[i + 1]] + added);
    }
    const others = this.#others;
    for (let i = 0; i < others.length; i += 3) {
      const source = from.columns[others[i]] + row;
      this.#memory.copyElement(others[i + 2], source, to.columns[others[i + 1]] + added);
    }
    const objects = this.#objects;
    for (let i = 0; i < objects.length; i += 2) {
      to.objects(objects[i + 1])[added] = from.objects(objects[i])[row];
    }
    const moved = from.removeRow(row);
    if (moved !== NO_ENTITY) index.placeRow(moved, row);
    return added;
  }

  /**
   * The same where neither table has columns of ordinary values, in one piece without a call: where the optimiser sees a
   * call, it reads everything anew behind it, which is a third of the time of a move.
   */
  #movePlain(entity: Entity, row: number, index: EntityIndex): number {
    const { to } = this;
    const from = this.#from;
    const memory = this.#memory;
    const words = memory.entity; // 4 bytes, whatever they mean
    const added = to.count++;
    words[to.entities + added] = entity;
    const shared = this.#words;
    for (let i = 0; i < shared.length; i += 2) {
      words[to.columns[shared[i + 1]] + added] = words[from.columns[shared[i]] + row];
    }
    const others = this.#others;
    for (let i = 0; i < others.length; i += 3) {
      memory.copyElement(others[i + 2], from.columns[others[i]] + row, to.columns[others[i + 1]] + added);
    }
    const last = --from.count;
    if (row === last) return added;
    const { entities, capacity, shifts, others: columns } = from;
    const end = entities + from.words * capacity;
    for (let at = entities; at <= end; at += capacity) words[at + row] = words[at + last];
    for (const column of columns) {
      memory.copyElement(shifts[column], from.columns[column] + last, from.columns[column] + row);
    }
    index.placeRow(words[entities + row], row);
    return added;
  }
}

/** A column of both tables. */
interface SharedColumn {
  readonly from: number;
  readonly to: number;
  readonly shift: number;
}

function columnsOf(component: ComponentType, from: Table, to: Table): SharedColumn[] {
  const [source, target] = [from.firstColumn(component.index), to.firstColumn(component.index)];
  return component.columns.map((_, i) => ({ from: source + i, to: target + i, shift: from.shifts[source + i] }));
}

function objectsOf(component: ComponentType, from: Table, to: Table): number[] {
  const [source, target] = [from.firstObject(component.index), to.firstObject(component.index)];
  return Array.from({ length: component.objects }, (_, i) => [source + i, target + i]).flat();
}
