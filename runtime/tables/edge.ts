import type { Entity } from "../entities/entity.js";
import type { Memory } from "../memory/memory.js";
import type { ComponentType } from "./component-type.js";
import type { Table } from "./table.js";

/** The way from one table to the one with a component more or less: where it leads, and which columns both have. */
export class Edge {
  readonly to: Table;
  readonly #from: Table;
  readonly #memory: Memory;
  /** Triples: column there, column here, element size as a power of two. */
  readonly #columns: Int32Array;
  /** Pairs: column of ordinary values there, and here. */
  readonly #objects: Int32Array;

  constructor(memory: Memory, from: Table, to: Table) {
    const shared = from.components.filter((component) => to.has(component.index));
    this.to = to;
    this.#from = from;
    this.#memory = memory;
    this.#columns = Int32Array.from(shared.flatMap((component) => columnsOf(component, from, to)));
    this.#objects = Int32Array.from(shared.flatMap((component) => objectsOf(component, from, to)));
  }

  /** Adds a row there with what both tables have of this row. Throws `ArenaFull`, with nothing changed. */
  copyRow(entity: Entity, row: number): number {
    const to = this.to;
    const added = to.append(entity);
    const columns = this.#columns;
    const memory = this.#memory;
    const sources = this.#from.columns;
    const targets = to.columns;
    for (let i = 0; i < columns.length; i += 3) {
      memory.copyElement(columns[i + 2], sources[columns[i]] + row, targets[columns[i + 1]] + added);
    }
    const objects = this.#objects;
    for (let i = 0; i < objects.length; i += 2) {
      to.objects(objects[i + 1])[added] = this.#from.objects(objects[i])[row];
    }
    return added;
  }
}

function columnsOf(component: ComponentType, from: Table, to: Table): number[] {
  const [source, target] = [from.firstColumn(component.index), to.firstColumn(component.index)];
  return component.columns.flatMap((_, i) => [source + i, target + i, from.shifts[source + i]]);
}

function objectsOf(component: ComponentType, from: Table, to: Table): number[] {
  const [source, target] = [from.firstObject(component.index), to.firstObject(component.index)];
  return Array.from({ length: component.objects }, (_, i) => [source + i, target + i]).flat();
}
