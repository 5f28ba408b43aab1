import type { ColumnKeeper, Table } from "../tables/table.js";

/** What a loop needs of a table: its columns, as the loop calls them. */
export type TakeColumns<Columns> = (table: Table) => Columns;

/**
 * What loops need of the tables of one query, so that a run looks for no column.
 *
 *     tables     [ a, b, c ]             those of the query
 *     takes      [ f, g ]                one function for each loop
 *     lists[0]   [ f(a), f(b), f(c) ]    what it gives
 *
 * An element is taken anew as soon as the columns of its table lie elsewhere: none is ever out of date, nor keeps an arena
 * that was left from being collected.
 */
export class ColumnLists implements ColumnKeeper {
  private readonly tables: readonly Table[];
  private readonly takes: TakeColumns<unknown>[] = [];
  private readonly lists: unknown[][] = [];
  private readonly places = new Map<Table, number>();

  constructor(tables: readonly Table[]) {
    this.tables = tables;
  }

  /**
   * What `take` gives for each table, in order; always the same list.
   * The one place where it gets its type back: every element was made by this very function.
   */
  of<Columns>(take: TakeColumns<Columns>): readonly Columns[] {
    const known = this.takes.indexOf(take);
    return (known < 0 ? this.begin(take) : this.lists[known]) as readonly Columns[];
  }

  /** The last table is new. */
  tableAdded(table: Table): void {
    if (this.lists.length === 0) return;
    this.follow(table, this.tables.length - 1);
    this.columnsMoved(table);
  }

  /** There are no tables, until they are added again. */
  tablesForgotten(): void {
    this.places.clear();
    for (const list of this.lists) list.length = 0;
  }

  columnsMoved(table: Table): void {
    const place = this.places.get(table);
    if (place === undefined) return;
    this.lists.forEach((list, index) => void (list[place] = this.takes[index]?.(table)));
  }

  private begin(take: TakeColumns<unknown>): unknown[] {
    if (this.lists.length === 0) this.tables.forEach((table, place) => this.follow(table, place));
    const list = this.tables.map(take);
    this.takes.push(take);
    this.lists.push(list);
    return list;
  }

  private follow(table: Table, place: number): void {
    this.places.set(table, place);
    if (!table.keepers.includes(this)) table.keepers.push(this);
  }
}
