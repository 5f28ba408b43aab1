import type { FieldTree } from "../tables/field-tree.js";

/** Describes an event of a layout. */
export interface EventType<Value = unknown, Init = unknown> {
  readonly kind: "event";
  readonly name: string;
  /** Former names, by which texts and loaders may call it. */
  readonly was?: readonly string[];
  readonly key: string;
  readonly id: bigint;
  readonly stateVersion: bigint;
  /** Its place in the layout. */
  readonly index: number;
  readonly fields: FieldTree;
  /** A new event; what `init` does not say takes its default. */
  create(init?: Init): Value;
}

/** Reads the events of one type, each once, from where it stopped the last time: `for (const hit of hits)`. */
export interface EventReader<Value> extends Iterable<Value> {
  /** How many events it has not read yet. */
  readonly unread: number;
  /** Skips what it has not read yet. */
  skip(): void;
}

/** Emits events of one type. */
export interface EventWriter<Value, Init = Partial<Value>> {
  /**
   * Emits one event; what `init` does not say takes its default. Readers see it until the end of the next step. Throws
   * `EventQueueFull`, and `EventDepthLimit` inside handlers that cause each other.
   */
  emit(init?: Init): void;
}

/**
 * The events of one type, for readers.
 *
 *     events     [ older: of the step before | newer: of this step ]
 *     numbers    first                         current             end       an event keeps its number for ever
 *
 * At the end of a step the older half is dropped, and the newer one becomes the older, so an event can be read for the
 * rest of its step and the whole next one.
 */
export class EventQueue<Value> {
  private older: Value[] = [];
  private newer: Value[] = [];
  private current = 0;

  /** The number of the oldest event that can be read. */
  get first(): number {
    return this.current - this.older.length;
  }

  /** The number that the next event will have. */
  get end(): number {
    return this.current + this.newer.length;
  }

  push(event: Value): void {
    this.newer.push(event);
  }

  /** The event with a number from `first` to `end`, the end not included. */
  at(number: number): Value {
    const place = number - this.current;
    return place >= 0 ? this.newer[place] : this.older[this.older.length + place];
  }

  /** A reader of its own position, which starts with the oldest event that can be read. */
  reader(): EventReader<Value> {
    return new QueueReader(this);
  }

  /** Ends a step: drops the events of the step before. */
  endStep(): void {
    this.current = this.end;
    const dropped = this.older;
    dropped.length = 0;
    this.older = this.newer;
    this.newer = dropped;
  }
}

/** The position of one reader, and the iteration under way. */
class QueueReader<Value> implements EventReader<Value>, IterableIterator<Value> {
  private readonly queue: EventQueue<Value>;
  private position = 0;
  private stop = 0;

  constructor(queue: EventQueue<Value>) {
    this.queue = queue;
  }

  get unread(): number {
    return this.queue.end - Math.max(this.position, this.queue.first);
  }

  skip(): void {
    this.position = this.queue.end;
  }

  /** Reads what is there now: events that are emitted meanwhile are read the next time. */
  [Symbol.iterator](): IterableIterator<Value> {
    this.stop = this.queue.end;
    return this;
  }

  next(): IteratorResult<Value, undefined> {
    if (this.position < this.queue.first) this.position = this.queue.first;
    if (this.position >= this.stop) return { done: true, value: undefined };
    return { done: false, value: this.queue.at(this.position++) };
  }
}
