import { EcsError } from "../errors.js";
import { EventQueue, type EventReader, type EventType } from "./event-queue.js";

/** All event queues of a world, and the handlers that are called at sync points. */
export class EventBus {
  readonly #types: readonly EventType[];
  readonly #queues: (EventQueue<unknown, unknown> | undefined)[];
  #handlers: (() => void)[] = [];

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
    const deliver = (): void => {
      for (const event of reader) handler(event);
    };
    this.#handlers.push(deliver);
    return () => {
      reader.skip();
      this.#handlers = this.#handlers.filter((kept) => kept !== deliver);
    };
  }

  /** Calls the handlers with the events that they have not seen; what they emit themselves comes the next time. */
  deliver(): void {
    for (const deliver of this.#handlers) deliver();
  }

  /** Ends a step: drops the events of the step before. */
  endStep(): void {
    for (const queue of this.#queues) queue?.endStep();
  }
}
