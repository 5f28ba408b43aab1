import { indexOf, type Entity } from "../entities/entity.js";
import { HasEdge, HasEdgeTo } from "../relations/edge-membership.js";
import type { EdgeStores } from "../relations/edge-stores.js";
import type { ComponentType } from "../tables/component-type.js";
import type { Driver } from "../tables/driver.js";
import type { Membership } from "../tables/membership.js";
import { isInTable } from "../tables/spawn-shape.js";
import type { Storage } from "../tables/storage.js";
import type { Table } from "../tables/table.js";
import { ColumnLists, type TakeColumns } from "./column-lists.js";
import type { EdgeTerm, TermList, Terms } from "./filter.js";

/**
 * A live view of all entities with certain components and edges. It is made once and kept: `world.query(filter)` gives the
 * same query for the same filter. Only a filter that names the target of a relation makes a new one each time, since
 * targets come and go; when its target has ended it finds nothing.
 *
 * Order: tables in order of creation, rows in order. When a relation to a target is required, `entities`, `first` and
 * `world.select` follow the order in which its sources were added instead; else, when a sparse component is required, the
 * dense order of the first such component.
 */
export class Query {
  /** The tables that can hold what is found; grows as tables appear. */
  readonly tables: Table[];
  /** Whether a table alone does not decide: there are terms of each row's own, and rows are tested with `accepts`. */
  readonly perRow: boolean;
  /** The sources of a required target, or the first sparse component that is required: fewer than the rows of tables. */
  readonly driver: Driver | undefined;
  /** Whether there are such terms among those of this class. */
  readonly #rowTerms: boolean;
  readonly #storage: Storage;
  readonly #terms: Terms;
  readonly #required: readonly Membership[];
  readonly #refused: readonly Membership[];
  readonly #any: readonly Membership[];
  /** By table id: 0 not matched, 1 matched, 2 matched if a row has one of `#any`. */
  readonly #matches: number[];
  readonly #columns: ColumnLists;

  /**
   * `open` is the query for the same terms with any target, which finds tables for both. `perRow`: who extends it tests
   * rows as well.
   */
  constructor(storage: Storage, edges: EdgeStores, terms: Terms, open?: Query, perRow = false) {
    const memberships = (part: TermList): Membership[] => [
      ...part.components.filter((type) => !isInTable(type)).map((type) => membershipOf(storage, type)),
      ...part.edges.map((term) => edgesOf(edges, term)),
    ];
    this.#storage = storage;
    this.#terms = terms;
    this.#required = memberships(terms.all);
    this.#refused = memberships(terms.none);
    this.#any = memberships(terms.any);
    this.#rowTerms = this.#required.length + this.#refused.length + this.#any.length > 0;
    this.perRow = perRow || this.#rowTerms;
    this.driver = driverOf(storage, edges, terms.all);
    this.tables = open === undefined ? [] : open.tables;
    this.#matches = open === undefined ? [] : open.#matches;
    this.#columns = open === undefined ? new ColumnLists(this.tables) : open.#columns;
    if (open !== undefined) return;
    storage.graph.watch({
      tableAdded: (table) => this.#consider(table),
      tablesForgotten: () => this.#forget(),
    });
  }

  /** What a loop needs of each of `tables`, in order: what `take` gives, looked for again only when columns lie elsewhere. */
  columns<Columns>(take: TakeColumns<Columns>): readonly Columns[] {
    return this.#columns.of(take);
  }

  /** Whether a row of one of `tables` is found. Only what its table leaves open is tested. */
  accepts(table: Table, row: number): boolean {
    return !this.#rowTerms || this.#acceptsIndex(table, indexOf(table.entityAt(row)));
  }

  /** The table of a living entity, if the query finds the entity. */
  tableOf(entity: Entity): Table | undefined {
    const table = this.#storage.tableOf(entity);
    if (table === undefined || this.#matches[table.id] === 0) return undefined;
    return !this.#rowTerms || this.#acceptsIndex(table, indexOf(entity)) ? table : undefined;
  }

  /** Whether an entity is found; `false` when it is not alive. */
  has(entity: Entity): boolean {
    return this.#storage.entities.isAlive(entity) && this.tableOf(entity) !== undefined;
  }

  /** How many entities are found. */
  count(): number {
    if (!this.perRow) return this.candidates;
    let count = 0;
    this.#visit(() => {
      count++;
      return true;
    });
    return count;
  }

  /** How many rows a loop looks at, of which `accepts` may refuse some: those of its tables, or of a sparse component. */
  get candidates(): number {
    const most = this.driver?.most;
    if (most !== undefined) return most;
    let count = 0;
    for (const table of this.tables) count += table.count;
    return count;
  }

  /** Whether nothing is found. */
  isEmpty(): boolean {
    return this.first() === undefined;
  }

  /** The first entity that is found. */
  first(): Entity | undefined {
    let first: Entity | undefined;
    this.#visit((entity) => {
      first = entity;
      return false;
    });
    return first;
  }

  /** All entities that are found, in order. */
  entities(): Entity[] {
    if (!this.perRow) return this.#entitiesOfTables();
    const found: Entity[] = [];
    this.#visit((entity) => found.push(entity) > 0);
    return found;
  }

  /** The tables that it should know; for validation. */
  get $rightTables(): Table[] {
    return this.#storage.graph.order.filter((table) => this.#match(table) > 0);
  }

  /** As long as it will be from the start: a list that grows is copied again and again, which takes most of the time. */
  #entitiesOfTables(): Entity[] {
    const found: Entity[] = [];
    found.length = this.candidates;
    let next = 0;
    for (const { count, entities, memory } of this.tables) {
      const { entity } = memory;
      for (let row = 0; row < count; row++) found[next++] = entity[entities + row];
    }
    return found;
  }

  /** Visits what is found, in order, as long as the visitor gives back `true`. */
  #visit(visitor: (entity: Entity) => boolean): void {
    if (this.driver !== undefined) {
      this.driver.visit((entity) => this.tableOf(entity) === undefined || visitor(entity));
      return;
    }
    for (const table of this.tables) {
      for (let row = 0; row < table.count; row++) {
        if (this.accepts(table, row) && !visitor(table.entityAt(row))) return;
      }
    }
  }

  #acceptsIndex(table: Table, entityIndex: number): boolean {
    for (const membership of this.#required) {
      if (!membership.has(entityIndex)) return false;
    }
    for (const membership of this.#refused) {
      if (membership.has(entityIndex)) return false;
    }
    if (this.#matches[table.id] === 1) return true;
    for (const membership of this.#any) {
      if (membership.has(entityIndex)) return true;
    }
    return false;
  }

  #consider(table: Table): void {
    const match = this.#match(table);
    this.#matches[table.id] = match;
    if (match === 0) return;
    this.tables.push(table);
    this.#columns.tableAdded(table);
  }

  #forget(): void {
    this.tables.length = 0;
    this.#columns.tablesForgotten();
  }

  #match(table: Table): number {
    const { all, any, none } = this.#terms;
    const has = (type: ComponentType): boolean => isInTable(type) && table.has(type.index);
    if (all.components.some((type) => isInTable(type) && !has(type))) return 0;
    if (none.components.some(has)) return 0;
    if (any.components.length + any.edges.length === 0 || any.components.some(has)) return 1;
    return this.#any.length > 0 ? 2 : 0;
  }
}

function membershipOf(storage: Storage, type: ComponentType): Membership {
  return type.storage === "sparse" ? storage.sparse(type) : storage.toggle(type);
}

function edgesOf(edges: EdgeStores, { relation, target }: EdgeTerm): Membership {
  const store = edges.of(relation);
  return target === undefined ? new HasEdge(store) : new HasEdgeTo(store, target, edges.entities);
}

function driverOf(storage: Storage, edges: EdgeStores, { components, edges: terms }: TermList): Driver | undefined {
  for (const { relation, target } of terms) {
    if (target !== undefined) return new HasEdgeTo(edges.of(relation), target, edges.entities);
  }
  const sparse = components.find((type) => type.storage === "sparse");
  return sparse && storage.sparse(sparse);
}
