import type { RowCursor } from "./row-cursor.js";

/** What can be asked by number: an array. */
interface Indexed<Row> {
  readonly length: number;
  at(index: number): Row | undefined;
}

/** Every two elements of an array once. */
export class IndexPairs<Row> implements Iterator<readonly [Row, Row]> {
  readonly #rows: Indexed<Row>;
  #first = 0;
  #second = 0;

  constructor(rows: Indexed<Row>) {
    this.#rows = rows;
  }

  next(): IteratorResult<readonly [Row, Row], undefined> {
    if (++this.#second >= this.#rows.length) this.#second = ++this.#first + 1;
    const [first, second] = [this.#rows.at(this.#first), this.#rows.at(this.#second)];
    if (first === undefined || second === undefined) return { done: true, value: undefined };
    return { done: false, value: [first, second] };
  }
}

/** Every two rows of a query once: one goes through all rows, the other through those behind it. */
export class RowPairs<Row extends RowCursor> implements Iterator<readonly [Row, Row]> {
  readonly value: readonly [Row, Row];
  done = false;

  /** Both stand before the first row. */
  constructor(first: Row, second: Row) {
    this.value = [first, second];
    this.#start();
  }

  next(): this {
    const [, second] = this.value;
    while (!this.done && second.next().done) this.#start();
    return this;
  }

  #start(): void {
    const [first, second] = this.value;
    this.done = first.next().done;
    if (!this.done) second.$follow(first);
  }
}
