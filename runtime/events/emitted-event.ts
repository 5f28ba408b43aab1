import type { Cause } from "../commands/callbacks.js";
import type { EventType } from "./event-queue.js";

/** All priorities, the most urgent first. */
export const eventPriorities = ["Pre", "Critical", "High", "Normal", "Low", "Minimal"] as const;

/** How urgent an event is among those that wait, or a handler among those of an event. */
export type EventPriority = (typeof eventPriorities)[number];

/** One event that was emitted, or is published right now. Handlers get it beside the payload. */
export class EmittedEvent<Value = unknown> implements Cause {
  readonly type: EventType<Value>;
  readonly payload: Value;
  readonly priority: EventPriority;
  /** When it was emitted: how far the time of the world had come, in the unit of `step`. */
  readonly timestamp: number;
  /** Who emitted it: an entity, a name, whatever the emitter said. */
  readonly source: unknown;
  /** The event, or what an observer saw, whose handler emitted it. */
  readonly cause: Cause | undefined;

  constructor(
    type: EventType<Value>,
    payload: Value,
    priority: EventPriority,
    timestamp: number,
    source: unknown,
    cause: Cause | undefined,
  ) {
    this.type = type;
    this.payload = payload;
    this.priority = priority;
    this.timestamp = timestamp;
    this.source = source;
    this.cause = cause;
  }

  /** How messages name it. */
  get what(): string {
    return `\`${this.type.name}\``;
  }

  /** How many causes are behind it. */
  get depth(): number {
    return this.cause === undefined ? 0 : this.cause.depth + 1;
  }
}
