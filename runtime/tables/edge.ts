import type { Entity } from "../entities/entity.js";
import type { EntityIndex } from "../entities/entity-index.js";
import type { Memory } from "../memory/memory.js";
import type { ComponentType } from "./component-type.js";
import type { Table } from "./table.js";

const nowhere = -1;

/** The way from one table to the one with a component more or less: where it leads, and which columns both have. */
export class Edge {
  readonly to: Table;
  private readonly from: Table;
  private readonly memory: Memory;
  /** For each column of 4 bytes, that of entities first: which one it is there, or `nowhere`. */
  private readonly words: Int32Array;
  /** Triples, of other columns: column here, column there or `nowhere`, element size as a power of two. */
  private readonly others: Int32Array;
  /** Pairs: column of ordinary values here, and there. */
  private readonly objects: Int32Array;
  /** Whether neither table has columns of ordinary values. */
  private readonly plain: boolean;

  constructor(memory: Memory, from: Table, to: Table) {
    const shared = from.components.filter((component) => to.has(component.index));
    const there = Int32Array.from(from.columns, () => nowhere);
    for (const component of shared) {
      const [here, target] = [from.firstColumn(component.index), to.firstColumn(component.index)];
      for (let i = 0; i < component.columns.length; i++) there[here + i] = target + i;
    }
    this.to = to;
    this.from = from;
    this.memory = memory;
    this.words = Int32Array.of(0, ...from.wordColumns.map((column) => wordOf(to, there[column])));
    this.others = Int32Array.from(from.others.flatMap((column) => [column, there[column], from.shifts[column]]));
    this.objects = Int32Array.from(shared.flatMap((component) => objectsOf(component, from, to)));
    this.plain = from.objectCount + to.objectCount === 0;
  }

  /**
   * Moves the row of an entity there with what both tables have of it, and says so in the index. Throws `ArenaFull`, with
   * nothing changed.
   */
  move(entity: Entity, index: EntityIndex): void {
    const { to } = this;
    if (to.count === to.capacity) to.makeRoom();
    if (!this.plain) this.moveObjects(index.rowOf(entity));
    this.movePlain(entity, index);
  }

  /**
   * Copies each column to where it goes, and fills the gap with the last row in the same step. In one piece without a call:
   * where the optimiser sees one, it reads everything anew behind it.
   */
  private movePlain(entity: Entity, index: EntityIndex): void {
    const { to } = this;
    const from = this.from;
    const memory = this.memory;
    const row = index.rowOf(entity);
    const added = to.count++;
    const last = --from.count;
    const bits = memory.entity; // 4 bytes, whatever they mean
    const words = this.words;
    let here = from.entities + row;
    for (let i = 0; i < words.length; i++) {
      const there = words[i];
      if (there !== nowhere) bits[to.entities + there * to.capacity + added] = bits[here];
      bits[here] = bits[here - row + last];
      here += from.capacity;
    }
    const others = this.others;
    for (let i = 0; i < others.length; i += 3) {
      const start = from.columns[others[i]];
      const there = others[i + 1];
      if (there !== nowhere) memory.copyElement(others[i + 2], start + row, to.columns[there] + added);
      memory.copyElement(others[i + 2], start + last, start + row);
    }
    // When the row was the last, this is the entity itself, which gets its place behind it.
    index.placeRow(bits[from.entities + row], row);
    index.place(entity, to.id, added);
  }

  /** Before the rest: the columns are as long as they will be then. */
  private moveObjects(row: number): void {
    const { to } = this;
    const from = this.from;
    const objects = this.objects;
    to.extendObjects(to.count + 1);
    for (let i = 0; i < objects.length; i += 2) {
      to.objects(objects[i + 1])[to.count] = from.objects(objects[i])[row];
    }
    from.replaceObjects(row, from.count - 1);
  }
}

/** Which of the columns of 4 bytes a column is, that of entities being the first. */
function wordOf(table: Table, column: number): number {
  return column === nowhere ? nowhere : table.wordColumns.indexOf(column) + 1;
}

function objectsOf(component: ComponentType, from: Table, to: Table): number[] {
  const [source, target] = [from.firstObject(component.index), to.firstObject(component.index)];
  return Array.from({ length: component.objects }, (_, i) => [source + i, target + i]).flat();
}
