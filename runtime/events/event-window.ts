import type { EventReader } from "./event-queue.js";

/**
 * What a reader has not read yet, taken out of it at once. Generated loops make one and rewind it for every row, so that
 * each entity reads the same events.
 */
export class EventWindow<Value> implements EventReader<Value>, IterableIterator<Value> {
  readonly #events: readonly Value[];
  #position = 0;

  constructor(reader: EventReader<Value>) {
    this.#events = [...reader];
  }

  get unread(): number {
    return this.#events.length - this.#position;
  }

  skip(): void {
    this.#position = this.#events.length;
  }

  /** Makes everything unread again. */
  rewind(): void {
    this.#position = 0;
  }

  [Symbol.iterator](): IterableIterator<Value> {
    return this;
  }

  next(): IteratorResult<Value, undefined> {
    if (this.unread === 0) return { done: true, value: undefined };
    return { done: false, value: this.#events[this.#position++] };
  }
}
