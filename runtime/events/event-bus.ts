import { EcsError } from "../errors.js";
import { EventQueue, type EventReader, type EventType } from "./event-queue.js";

/** All event queues of a world, and the handlers that are called at sync points. */
export class EventBus {
  readonly #types: readonly EventType[];
  readonly #queues: (EventQueue<unknown, unknown> | undefined)[];
  #handlers: (() => void)[] = [];
  #delivering = false;

  /** Throws `InvalidLayout` when indices are not dense. */
  constructor(types: readonly EventType[]) {
    const misplaced = types.find((type, index) => type.index !== index);
    if (misplaced !== undefined) {
      const message = `event \`${misplaced.name}\` does not stand at its index, ${misplaced.index}, in the layout`;
      throw new EcsError("InvalidLayout", message, "list the events in dense order, each once");
    }
    this.#types = types;
    this.#queues = types.map(() => undefined);
  }

  /**
   * The queue of an event. Throws `UnknownEvent`.
   * The one place where it gets its type back: it was made with this very token.
   */
  queue<Value, Init>(type: EventType<Value, Init>): EventQueue<Value, Init> {
    if (this.#types[type.index] !== type) {
      const message = `event \`${type.name}\` is not part of this world`;
      throw new EcsError("UnknownEvent", message, "use the tokens that were generated together with the world");
    }
    const queue: unknown = (this.#queues[type.index] ??= new EventQueue<unknown, unknown>(type));
    return queue as EventQueue<Value, Init>;
  }

  /** Calls the handler at every sync point with each event from now on. Gives back how to stop that. */
  on<Value, Init>(type: EventType<Value, Init>, handler: (event: Value) => void): () => void {
    const reader: EventReader<Value> = this.queue(type).reader();
    reader.skip();
    let active = true;
    const deliver = (): void => {
      for (const event of reader) {
        if (!active) return;
        handler(event);
      }
    };
    this.#handlers = [...this.#handlers, deliver];
    return () => {
      active = false;
      this.#handlers = this.#handlers.filter((kept) => kept !== deliver);
    };
  }

  /**
   * Calls the handlers with the events that they have not seen. What they emit themselves comes the next time, also when
   * they run loops of their own: so a chain of events is spread over sync points instead of going deeper and deeper.
   */
  deliver(): void {
    if (this.#delivering) return;
    this.#delivering = true;
    try {
      for (const deliver of this.#handlers) deliver();
    } finally {
      this.#delivering = false;
    }
  }

  /** Ends a step: drops the events of the step before. */
  endStep(): void {
    for (const queue of this.#queues) queue?.endStep();
  }
}
