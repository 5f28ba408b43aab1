import type { Memory } from "../memory/memory.js";
import type { ComponentType } from "./component-type.js";
import { Edge } from "./edge.js";
import { Table } from "./table.js";

/** All tables of a world, in order of creation, and the ways between them. */
export class TableGraph {
  readonly tables: Table[] = [];
  /** The table of entities without any component that a table holds. */
  readonly root: Table;
  readonly #memory: Memory;
  readonly #universe: number;
  readonly #bySignature = new Map<string, Table>();
  readonly #edges: Map<number, Edge>[] = [];
  readonly #watchers: ((table: Table) => void)[] = [];

  /** `universe` is how many components the layout has. */
  constructor(memory: Memory, universe: number) {
    this.#memory = memory;
    this.#universe = universe;
    this.root = this.find([]);
  }

  /** Calls back for every table there is and will be. */
  watch(watcher: (table: Table) => void): void {
    this.tables.forEach(watcher);
    this.#watchers.push(watcher);
  }

  /** The table of exactly these components. */
  find(components: readonly ComponentType[]): Table {
    const sorted = [...components].sort((a, b) => a.index - b.index);
    const signature = sorted.map((component) => component.index).join();
    return this.#bySignature.get(signature) ?? this.#create(signature, sorted);
  }

  /** The way to the table with one component more. */
  adding(table: Table, component: ComponentType): Edge {
    return this.#edge(table, component) ?? this.#newEdge(table, component, [...table.components, component]);
  }

  /** The way to the table with one component less. */
  removing(table: Table, component: ComponentType): Edge {
    const known = this.#edge(table, component);
    if (known !== undefined) return known;
    const kept = table.components.filter((other) => other !== component);
    return this.#newEdge(table, component, kept);
  }

  /** A component that a table has can only be removed, any other only be added: so one edge for each is enough. */
  #edge(table: Table, component: ComponentType): Edge | undefined {
    return this.#edges[table.id].get(component.index);
  }

  #newEdge(table: Table, component: ComponentType, components: readonly ComponentType[]): Edge {
    const edge = new Edge(this.#memory, table, this.find(components));
    this.#edges[table.id].set(component.index, edge);
    return edge;
  }

  #create(signature: string, components: readonly ComponentType[]): Table {
    const table = new Table(this.tables.length, this.#memory, components, this.#universe);
    this.tables.push(table);
    this.#edges.push(new Map());
    this.#bySignature.set(signature, table);
    for (const watcher of this.#watchers) watcher(table);
    return table;
  }
}
