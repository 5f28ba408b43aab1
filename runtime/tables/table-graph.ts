import type { Memory } from "../memory/memory.js";
import type { ComponentType } from "./component-type.js";
import { Edge } from "./edge.js";
import { Table } from "./table.js";

/** All tables of a world, in order of creation, and the ways between them. */
export class TableGraph {
  readonly tables: Table[] = [];
  /** The table of entities without any component that a table holds. */
  readonly root: Table;
  private readonly memory: Memory;
  private readonly universe: number;
  private readonly bySignature = new Map<string, Table>();
  /** By table, then component; empty for a table that no entity left yet by getting or losing a component. */
  private readonly edges: (Edge | undefined)[][] = [];
  private readonly watchers: ((table: Table) => void)[] = [];

  /** `universe` is how many components the layout has. */
  constructor(memory: Memory, universe: number) {
    this.memory = memory;
    this.universe = universe;
    this.root = this.find([]);
  }

  /** Calls back for every table there is and will be. */
  watch(watcher: (table: Table) => void): void {
    this.tables.forEach(watcher);
    this.watchers.push(watcher);
  }

  /** The table of exactly these components. */
  find(components: readonly ComponentType[]): Table {
    const sorted = [...components].sort((a, b) => a.index - b.index);
    const signature = sorted.map((component) => component.index).join();
    return this.bySignature.get(signature) ?? this.create(signature, sorted);
  }

  /**
   * The way to the table with one component more, or less. A component that a table has can only be removed, any other only
   * be added: so one edge for each is enough.
   */
  edge(table: Table, component: ComponentType): Edge {
    return this.edges[table.id][component.index] ?? this.newEdge(table, component);
  }

  /** The way to the table with several components more, or less; it is kept when it is one component. */
  edgeOf(table: Table, components: readonly ComponentType[]): Edge {
    if (components.length === 1) return this.edge(table, components[0]);
    const kept = table.components.filter((type) => !components.includes(type));
    const added = components.filter((type) => !table.has(type.index));
    return new Edge(this.memory, table, this.find([...kept, ...added]));
  }

  private newEdge(table: Table, component: ComponentType): Edge {
    const { components } = table;
    const has = table.has(component.index);
    const to = this.find(has ? components.filter((other) => other !== component) : [...components, component]);
    const edge = new Edge(this.memory, table, to);
    const edges = this.edges[table.id];
    while (edges.length < this.universe) edges.push(undefined); // an array with holes is slow to read
    edges[component.index] = edge;
    return edge;
  }

  private create(signature: string, components: readonly ComponentType[]): Table {
    const table = new Table(this.tables.length, this.memory, components, this.universe);
    this.tables.push(table);
    this.edges.push([]);
    this.bySignature.set(signature, table);
    for (const watcher of this.watchers) watcher(table);
    return table;
  }
}
