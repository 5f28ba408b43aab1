import { EcsError } from "../errors.js";
import { shownToken } from "../given.js";
import { builtInEvents } from "./built-in-events.js";
import { EventQueue, type EventType, type EventWriter } from "./event-queue.js";
import { Subscribers } from "./subscription.js";

/** Emits an event with normal priority. */
type Emit = <Value, Init>(channel: EventChannel<Value, Init>, init: Init | undefined) => void;

/** Everything of one event type: what readers can read, and who handles it. */
export class EventChannel<Value, Init> implements EventWriter<Value, Init> {
  readonly type: EventType<Value, Init>;
  readonly queue = new EventQueue<Value>();
  readonly subscribers = new Subscribers<Value>();
  private readonly send: Emit;

  constructor(type: EventType<Value, Init>, emit: Emit) {
    this.type = type;
    this.send = emit;
  }

  emit(init?: Init): void {
    this.send(this, init);
  }
}

/** The channels of a world: one for each event of its layout, and one for each built-in event. */
export class EventChannels {
  /** By index; after those of the layout come the built-in ones, which count from -1 downwards. */
  private readonly channels: readonly EventChannel<unknown, unknown>[];
  private readonly layoutSize: number;

  /** Throws `InvalidLayout` when indices are not dense. */
  constructor(types: readonly EventType[], emit: Emit) {
    const misplaced = types.find((type, index) => type.index !== index);
    if (misplaced !== undefined) {
      const message = `event \`${misplaced.name}\` does not stand at its index, ${misplaced.index}, in the layout`;
      throw new EcsError("InvalidLayout", message, "list the events in dense order, each once");
    }
    this.layoutSize = types.length;
    this.channels = [...types, ...builtInEvents].map((type) => new EventChannel<unknown, unknown>(type, emit));
  }

  /**
   * The channel of an event. Throws `UnknownEvent`.
   * The one place where it gets its type back: it was made with this very token.
   */
  of<Value, Init>(type: EventType<Value, Init>): EventChannel<Value, Init> {
    const index = type?.index < 0 ? this.layoutSize - 1 - type.index : type?.index;
    const channel: EventChannel<unknown, unknown> | undefined = this.channels[index];
    if (channel === undefined || channel.type !== type) throw unknownEvent(type);
    return channel as object as EventChannel<Value, Init>;
  }

  /** Ends a step: drops what readers could read since the step before. */
  endStep(): void {
    for (const channel of this.channels) channel.queue.endStep();
  }
}

function unknownEvent(type: EventType | undefined): EcsError {
  const message = `event \`${shownToken(type)}\` is not part of this world`;
  return new EcsError("UnknownEvent", message, "use the tokens that were generated together with the world");
}
