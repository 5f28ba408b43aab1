import type { EventReader } from "./event-queue.js";

/**
 * What a reader has not read yet, taken out of it at once. Generated loops make one and rewind it for every row, so that
 * each entity reads the same events.
 */
export class EventWindow<Value> implements EventReader<Value>, IterableIterator<Value> {
  readonly #events: readonly Value[];
  #position = 0;

  constructor(unread: Iterable<Value>) {
    this.#events = [...unread];
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

/** A reader of events that are given, each of which it reads once: for tests of functions that take an `EventReader`. */
export function readerOf<Value>(events: Iterable<Value>): EventReader<Value> {
  return new EventWindow(events);
}
