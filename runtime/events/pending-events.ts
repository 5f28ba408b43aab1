import { EcsError } from "../errors.js";
import { eventPriorities, type EmittedEvent, type EventPriority } from "./emitted-event.js";

/**
 * Events of one priority, in order of arrival.
 *
 *     events   [ taken, undefined | waiting | room ]
 *                                 head      tail
 */
class Lane {
  #events: (EmittedEvent | undefined)[] = [];
  #head = 0;
  #tail = 0;

  get isEmpty(): boolean {
    return this.#head === this.#tail;
  }

  push(event: EmittedEvent): void {
    this.#events[this.#tail++] = event;
  }

  /** Takes the one that waits longest. The room is kept for those to come. */
  take(): EmittedEvent | undefined {
    if (this.isEmpty) return undefined;
    const event = this.#events[this.#head];
    this.#events[this.#head++] = undefined;
    if (this.isEmpty) this.#head = this.#tail = 0;
    return event;
  }

  waiting(): EmittedEvent[] {
    return this.#events.slice(this.#head, this.#tail).filter((event) => event !== undefined);
  }

  clear(): void {
    this.#events = [];
    this.#head = this.#tail = 0;
  }
}

/** The events that wait to be dispatched: by priority, then in order of arrival. */
export class PendingEvents {
  readonly #limit: number;
  readonly #lanes = eventPriorities.map(() => new Lane());
  #size = 0;

  /** Throws `InvalidArgument` when the limit is no whole number above 0. */
  constructor(limit: number) {
    if (!Number.isInteger(limit) || limit < 1) {
      const message = `\`maxPendingEvents\` is ${limit}, which is not a whole number above 0`;
      throw new EcsError("InvalidArgument", message, "give a whole number, 1 or more");
    }
    this.#limit = limit;
  }

  /** How many events wait. */
  get size(): number {
    return this.#size;
  }

  /** Throws `EventQueueFull` when not that many more events may wait. */
  requireRoom(more: number): void {
    if (this.#size + more <= this.#limit) return;
    const message = `${this.#size} events wait, ${more} more would exceed \`maxPendingEvents\`, which is ${this.#limit}`;
    const help = "dispatch them with `step`, `flush` or `events.process`, or raise `maxPendingEvents` of the world";
    throw new EcsError("EventQueueFull", message, help);
  }

  /** Adds an event. Throws `EventQueueFull`, or `InvalidArgument` when its priority is none. */
  push(event: EmittedEvent): void {
    this.requireRoom(1);
    this.#lanes[laneOf(event.priority)].push(event);
    this.#size++;
  }

  /** Takes the next event, if it is at least this urgent. */
  take(least: number): EmittedEvent | undefined {
    if (this.#size === 0) return undefined;
    for (let lane = 0; lane <= least; lane++) {
      const event = this.#lanes[lane].take();
      if (event === undefined) continue;
      this.#size--;
      return event;
    }
    return undefined;
  }

  /** What waits, in the order in which it would be dispatched. */
  waiting(): EmittedEvent[] {
    return this.#lanes.flatMap((lane) => lane.waiting());
  }

  /** Forgets what waits. Gives back how many events that were. */
  clear(): number {
    const size = this.#size;
    for (const lane of this.#lanes) lane.clear();
    this.#size = 0;
    return size;
  }
}

const normal = eventPriorities.indexOf("Normal");

/** The lane of a priority: the place among all of them. Throws `InvalidArgument`. */
export function laneOf(priority: EventPriority): number {
  if (priority === "Normal") return normal;
  const lane = eventPriorities.indexOf(priority);
  if (lane >= 0) return lane;
  const message = `\`${String(priority)}\` is no priority of events`;
  throw new EcsError("InvalidArgument", message, `use one of \`${eventPriorities.join("`, `")}\``);
}
