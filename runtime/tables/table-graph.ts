import type { Memory } from "../memory/memory.js";
import type { ComponentType } from "./component-type.js";
import { Edge } from "./edge.js";
import { Table } from "./table.js";

/** Whoever has to know which tables there are. */
export interface TableWatcher {
  /** A table is the next in order. */
  tableAdded(table: Table): void;
  /** None of them counts any more; those that do are added again. */
  tablesForgotten(): void;
}

/**
 * All tables of a world and the ways between them.
 *
 *     tables  [ root, a, b, c ]   by id, as long as the world lives
 *     order   [ root, c, a ]      those that its state came by, first come first; the others are empty
 *
 * A world that becomes what another one is, or what it was, forgets its own order: else rows would be visited in an order that
 * depends on what is not so any more.
 */
export class TableGraph {
  readonly tables: Table[] = [];
  readonly order: Table[] = [];
  /** The table of entities without any component that a table holds. */
  readonly root: Table;
  private readonly memory: Memory;
  private readonly universe: number;
  private readonly bySignature = new Map<string, Table>();
  /** By table, then component; empty for a table that no entity left yet by getting or losing a component. */
  private readonly edges: (Edge | undefined)[][] = [];
  private readonly watchers: TableWatcher[] = [];
  /** Those in order. */
  private readonly ordered = new Set<Table>();

  /** `universe` is how many components the layout has. */
  constructor(memory: Memory, universe: number) {
    this.memory = memory;
    this.universe = universe;
    this.root = this.find([]);
  }

  /** Tells of every table there is in order, and of each that will be. */
  watch(watcher: TableWatcher): void {
    for (const table of this.order) watcher.tableAdded(table);
    this.watchers.push(watcher);
  }

  /** The table of exactly these components, which is the next in order if it was not there. */
  find(components: readonly ComponentType[]): Table {
    const sorted = [...components].sort((a, b) => a.index - b.index);
    const signature = sorted.map((component) => component.index).join();
    const table = this.bySignature.get(signature) ?? this.create(signature, sorted);
    if (!this.ordered.has(table)) this.addInOrder(table);
    return table;
  }

  /** Whether the tables of another graph of the same layout came in the same order. */
  isOrderedAs({ order }: TableGraph): boolean {
    const isSame = (table: Table, place: number): boolean => {
      const { components } = this.order[place];
      return (
        components.length === table.components.length && table.components.every((type, i) => type === components[i])
      );
    };
    return order.length === this.order.length && order.every(isSame);
  }

  /** Begins the order anew; all tables are empty. Whoever keeps one that `find` or an edge gave has to ask again. */
  forget(): void {
    this.order.length = 0;
    this.ordered.clear();
    for (const edges of this.edges) edges.length = 0;
    for (const watcher of this.watchers) watcher.tablesForgotten();
    this.addInOrder(this.root);
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
    return table;
  }

  private addInOrder(table: Table): void {
    this.order.push(table);
    this.ordered.add(table);
    for (const watcher of this.watchers) watcher.tableAdded(table);
  }
}
