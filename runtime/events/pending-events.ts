import type { Cause } from "../commands/callbacks.js";
import { EcsError } from "../errors.js";
import { shownGiven } from "../given.js";
import { EmittedEvent, eventPriorities, type EventPriority } from "./emitted-event.js";
import type { EventType } from "./event-queue.js";

/** What few events have beside their payload. */
interface Origin {
  readonly source: unknown;
  readonly cause: Cause | undefined;
}

/**
 * Events of one priority, in order of arrival. They become objects when they are taken: until then an event is a place in
 * arrays that are kept, so that emitting costs little and what nobody handles never becomes more.
 *
 *     types, payloads, times, origins    [ taken | waiting | room ]
 *                                                head      tail
 */
class Lane {
  private readonly priority: EventPriority;
  private readonly types: (EventType | undefined)[] = [];
  private readonly payloads: unknown[] = [];
  private readonly times: number[] = [];
  private readonly origins: (Origin | undefined)[] = [];
  private head = 0;
  private tail = 0;

  constructor(priority: EventPriority) {
    this.priority = priority;
  }

  get isEmpty(): boolean {
    return this.head === this.tail;
  }

  push(type: EventType, payload: unknown, time: number, origin: Origin | undefined): void {
    const place = this.tail++;
    this.types[place] = type;
    this.payloads[place] = payload;
    this.times[place] = time;
    this.origins[place] = origin;
  }

  /** Takes the one that waits longest; `undefined` when none waits. */
  take(): EmittedEvent | undefined {
    const place = this.head;
    const event = this.at(place);
    if (event === undefined) return undefined;
    this.payloads[place] = undefined;
    this.origins[place] = undefined;
    this.head++;
    if (this.isEmpty) this.head = this.tail = 0;
    return event;
  }

  waiting(): EmittedEvent[] {
    return Array.from({ length: this.tail - this.head }, (_, i) => this.at(this.head + i)).filter(
      (event) => event !== undefined,
    );
  }

  clear(): void {
    this.payloads.fill(undefined, this.head, this.tail);
    this.origins.fill(undefined, this.head, this.tail);
    this.head = this.tail = 0;
  }

  private at(place: number): EmittedEvent | undefined {
    const type = place < this.tail ? this.types[place] : undefined;
    if (type === undefined) return undefined;
    const payload = this.payloads[place];
    const origin = this.origins[place];
    if (origin === undefined)
      return new EmittedEvent(type, payload, this.priority, this.times[place], undefined, undefined);
    return new EmittedEvent(type, payload, this.priority, this.times[place], origin.source, origin.cause);
  }
}

/** The events that wait to be dispatched: by priority, then in order of arrival. */
export class PendingEvents {
  private readonly limit: number;
  private readonly lanes = eventPriorities.map((priority) => new Lane(priority));
  /** No lane before this one has events. */
  private first: number = eventPriorities.length;
  private count = 0;

  /** Throws `InvalidArgument` when the limit is no whole number above 0. */
  constructor(limit: number) {
    if (!Number.isInteger(limit) || limit < 1) {
      const message = `\`maxPendingEvents\` is ${limit}, which is not a whole number above 0`;
      throw new EcsError("InvalidArgument", message, "give a whole number, 1 or more");
    }
    this.limit = limit;
  }

  /** How many events wait. */
  get size(): number {
    return this.count;
  }

  /** Throws `EventQueueFull` when not that many more events may wait. */
  requireRoom(more: number): void {
    if (this.count + more <= this.limit) return;
    const message = `${this.count} events wait, ${more} more would exceed \`maxPendingEvents\`, which is ${this.limit}`;
    const help = "dispatch them with `step`, `flush` or `events.process`, or raise `maxPendingEvents` of the world";
    throw new EcsError("EventQueueFull", message, help);
  }

  /** Adds an event. Throws `EventQueueFull`, or `InvalidArgument` when its priority is none. */
  push(
    type: EventType,
    payload: unknown,
    priority: EventPriority,
    time: number,
    source: unknown,
    cause: Cause | undefined,
  ): void {
    this.requireRoom(1);
    const lane = laneOf(priority);
    const origin = source === undefined && cause === undefined ? undefined : { source, cause };
    this.lanes[lane].push(type, payload, time, origin);
    if (lane < this.first) this.first = lane;
    this.count++;
  }

  /** Takes the next event, if it is at least this urgent. */
  take(least: number): EmittedEvent | undefined {
    while (this.first <= least) {
      const event = this.lanes[this.first].take();
      if (event !== undefined) {
        this.count--;
        return event;
      }
      this.first++;
    }
    return undefined;
  }

  /** What waits, in the order in which it would be dispatched. */
  waiting(): EmittedEvent[] {
    return this.lanes.flatMap((lane) => lane.waiting());
  }

  /** Forgets what waits. Gives back how many events that were. */
  clear(): number {
    const size = this.count;
    for (const lane of this.lanes) lane.clear();
    this.first = this.lanes.length;
    this.count = 0;
    return size;
  }
}

const normal = eventPriorities.indexOf("Normal");

/** The lane of a priority: the place among all of them. Throws `InvalidArgument`. */
export function laneOf(priority: EventPriority): number {
  if (priority === "Normal") return normal;
  const lane = eventPriorities.indexOf(priority);
  if (lane >= 0) return lane;
  const message = `\`${shownGiven(priority)}\` is no priority of events`;
  throw new EcsError("InvalidArgument", message, `use one of \`${eventPriorities.join("`, `")}\``);
}
