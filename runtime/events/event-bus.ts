import type { Callbacks, Cause } from "../commands/callbacks.js";
import { EcsError } from "../errors.js";
import type { Gate } from "../gate.js";
import { shownGiven } from "../given.js";
import type { Changes } from "../tables/changes.js";
import { AfterSystemRun, BeforeSystemRun, changeEvents, isBuiltIn, type BuiltInEvent } from "./built-in-events.js";
import { ChangeEvents } from "./change-events.js";
import { Dispatcher } from "./dispatcher.js";
import { EmittedEvent, type EventPriority } from "./emitted-event.js";
import { EventChannels, type EventChannel } from "./event-channels.js";
import type { EventReader, EventType, EventWriter } from "./event-queue.js";
import { laneOf, PendingEvents } from "./pending-events.js";
import type { PostHandler, PreHandler, Subscription } from "./subscription.js";
import { Subscriptions } from "./subscriptions.js";

/** Shows how far the time of a world has come. */
export interface EventClock {
  readonly elapsed: number;
}

/** An event to emit, with its payload: `[Hit, { damage: 2 }]`. */
export type EventAndPayload<Type extends EventType = EventType> = readonly [event: Type, payload?: InitOfEvent<Type>];

/** Events to emit, each typed by its token: `[[Hit, { damage: 2 }], [Landed]]`. */
export type EventList<Types extends readonly EventType[] = readonly EventType[]> = {
  readonly [K in keyof Types]: EventAndPayload<Types[K]>;
};

/** What may be given for the payload of an event. */
export type InitOfEvent<Type extends EventType> = Type extends EventType<infer _Value, infer Init> ? Init : never;

const least = laneOf("Minimal");
const leastHigh = laneOf("High");

/**
 * All events of a world.
 *
 * An event that is emitted waits, and is dispatched when a step begins, at `flush`, or at `process`: by priority, then in
 * order of arrival. Its pre handlers are called in order of subscription, until one cancels it; unless one did, its post
 * handlers, by priority, then in order of subscription. Who subscribes meanwhile is not called any more, nor who
 * unsubscribes. What handlers emit is dispatched at the same occasion, until nothing waits.
 *
 * Readers (`World.reader`) are independent of all that: they see what is emitted, whoever handles it, from that moment on
 * until the end of the next step.
 *
 * An error of a handler keeps no other from being called; see `Callbacks`.
 */
export class EventBus {
  private readonly channels: EventChannels;
  private readonly waiting: PendingEvents;
  private readonly callbacks: Callbacks;
  private readonly clock: EventClock;
  private readonly gate: Gate;
  private readonly changes: Changes;
  private readonly changeEvents: ChangeEvents;
  private readonly dispatcher: Dispatcher;
  private readonly subscribed: Subscriptions;
  private watchesRuns = false;

  /** Throws `InvalidLayout` when indices are not dense, or `InvalidArgument` for `maxPendingEvents`. */
  constructor(
    types: readonly EventType[],
    changes: Changes,
    callbacks: Callbacks,
    clock: EventClock,
    gate: Gate,
    maxPendingEvents = 1_000_000,
  ) {
    this.channels = new EventChannels(types, (channel, init) => this.send(channel, init, "Normal", undefined));
    this.subscribed = new Subscriptions(this.channels, () => this.listen());
    this.waiting = new PendingEvents(maxPendingEvents);
    this.callbacks = callbacks;
    this.clock = clock;
    this.gate = gate;
    this.changes = changes;
    this.changeEvents = new ChangeEvents((type, payload) => this.announce(type, payload));
    this.dispatcher = new Dispatcher(callbacks);
  }

  /** How many events wait to be dispatched. */
  get size(): number {
    return this.waiting.size;
  }

  /**
   * Emits an event; what `init` does not say takes its default. Throws `UnknownEvent`, `InvalidArgument`,
   * `EventQueueFull`, or `EventDepthLimit` inside handlers that cause each other.
   */
  emit<Value, Init>(
    type: EventType<Value, Init>,
    init?: Init,
    priority: EventPriority = "Normal",
    source?: unknown,
  ): void {
    this.send(this.channels.of(type), init, priority, source);
  }

  /** Emits events with normal priority, in order: all, or none. Throws as `emit` does. */
  emitBatch<const Types extends readonly EventType[]>(events: EventList<Types>): void {
    requireList(events);
    const made = events.map((each) => {
      requireList(each);
      const channel = this.channels.of<unknown, unknown>(each[0]);
      return { channel, payload: payloadOf(channel.type, each[1]) };
    });
    const cause = this.callbacks.cause;
    this.waiting.requireRoom(made.length);
    for (const { channel, payload } of made) this.enqueue(channel, payload, "Normal", undefined, cause);
  }

  /** A reader of its own position, which starts with the oldest event that can be read. Throws `UnknownEvent`. */
  reader<Value, Init>(type: EventType<Value, Init>): EventReader<Value> {
    const channel = this.channels.of(type);
    if (isBuiltIn(type)) throw notKept(type);
    return channel.queue.reader();
  }

  /** The writer of an event. Throws `UnknownEvent`. */
  writer<Value, Init>(type: EventType<Value, Init>): EventWriter<Value, Init> {
    return this.channels.of(type);
  }

  /** Calls the handler before the event; giving back `"cancel"` stops it. Throws `UnknownEvent` or `InvalidArgument`. */
  subscribePre<Value, Init>(type: EventType<Value, Init>, handler: PreHandler<Value>): Subscription {
    this.gate.require("subscribe");
    return this.subscribed.begin({ event: type, kind: "pre", priority: "Pre", handler });
  }

  /** Calls the handler after the event. Throws `UnknownEvent` or `InvalidArgument`. */
  subscribePost<Value, Init>(
    type: EventType<Value, Init>,
    handler: PostHandler<Value>,
    priority: EventPriority = "Normal",
  ): Subscription {
    this.gate.require("subscribe");
    return this.subscribed.begin({ event: type, kind: "post", priority, handler });
  }

  /**
   * Calls a named listener after the event, with normal priority. Throws `UnknownEvent` or `InvalidArgument`, or
   * `DuplicateListener` when a listener of that name listens already.
   */
  subscribeListener<Value, Init>(
    type: EventType<Value, Init>,
    listener: string,
    handler: PostHandler<Value>,
  ): Subscription {
    this.gate.require("subscribe");
    return this.subscribed.begin({ event: type, kind: "post", priority: "Normal", listener, handler });
  }

  /** Ends a subscription, also while it is dispatched to; `false` when it has ended, or is another world's. */
  unsubscribe(subscription: Subscription): boolean {
    this.gate.require("unsubscribe");
    return this.subscribed.end(subscription);
  }

  /** Ends the subscription of a named listener; `false` when there is none. Throws `UnknownEvent`. */
  unsubscribeListener(type: EventType, listener: string): boolean {
    this.gate.require("unsubscribe");
    const subscription = this.subscribed.named(type, listener);
    return subscription !== undefined && this.subscribed.end(subscription);
  }

  /** Ends all subscriptions of an event. Gives back how many they were. Throws `UnknownEvent`. */
  unsubscribeAll(type: EventType): number {
    this.gate.require("unsubscribe");
    return this.subscriptions(type).filter((subscription) => this.subscribed.end(subscription)).length;
  }

  /** Whether somebody handles an event. Throws `UnknownEvent`. */
  hasSubscribers(type: EventType): boolean {
    return !this.channels.of(type).subscribers.isEmpty;
  }

  /** The subscriptions of an event: pre, then post by priority. Throws `UnknownEvent`. */
  subscriptions(type: EventType): Subscription[] {
    return this.channels.of(type).subscribers.all();
  }

  /** A subscription that has not ended. */
  subscription(id: number): Subscription | undefined {
    return this.subscribed.get(id);
  }

  /**
   * Calls the pre handlers of an event now; `false` when one cancelled. Throws `UnknownEvent`, `InvalidArgument`, or
   * `HandlerFailed`.
   */
  publishPre<Value, Init>(type: EventType<Value, Init>, init?: Init): boolean {
    const channel = this.channels.of(type);
    const event = this.now(type, payloadOf(type, init), "Pre");
    return this.callbacks.scope(() => this.dispatcher.pre(channel.subscribers, event));
  }

  /** Calls the post handlers of an event now. Throws `UnknownEvent`, `InvalidArgument`, or `HandlerFailed`. */
  publishPost<Value, Init>(type: EventType<Value, Init>, init?: Init): void {
    const channel = this.channels.of(type);
    const event = this.now(type, payloadOf(type, init), "Normal");
    this.callbacks.scope(() => this.dispatcher.post(channel.subscribers, event));
  }

  /** Dispatches what waits, and what handlers emit meanwhile. Gives back how many events. Throws `HandlerFailed`. */
  process(): number {
    this.gate.require("process events");
    return this.drain(least);
  }

  /** Dispatches what waits with priority `Pre`, `Critical` or `High`; the rest stays. Otherwise as `process`. */
  processHighPriority(): number {
    this.gate.require("process events");
    return this.drain(leastHigh);
  }

  /** Forgets what waits to be dispatched; readers keep it. Gives back how many events that were. */
  clear(): number {
    this.gate.require("clear the events");
    return this.waiting.clear();
  }

  /** Drops all events, those as well that could still be read: the world is about to be another one. */
  $drop(): void {
    this.waiting.clear();
    this.channels.endStep();
    this.channels.endStep();
  }

  /** What waits, in the order in which it would be dispatched. */
  pending(): readonly EmittedEvent[] {
    return this.waiting.waiting();
  }

  /** Whether somebody handles the events of system runs; else there is no need for `$runSystem`. */
  get $watchesRuns(): boolean {
    return this.watchesRuns;
  }

  /** Runs a system between its built-in events; `false` when a pre handler cancelled it. Throws `HandlerFailed`. */
  $runSystem(system: string, run: () => void): boolean {
    return this.callbacks.scope(() => {
      if (!this.announce(BeforeSystemRun, { system })) return false;
      run();
      this.announce(AfterSystemRun, { system });
      return true;
    });
  }

  /** Drops what readers could read since the step before; for the end of the world's step. */
  $endStep(): void {
    this.channels.endStep();
  }

  /** Forgets what waits, what readers could read, and all who subscribed; for `World.reset`. */
  $reset(): void {
    this.subscribed.endAll();
    this.$drop();
  }

  /** Publishes a built-in event, if somebody handles it; `false` when a pre handler cancelled. */
  private announce<Value>(type: BuiltInEvent<Value>, payload: Value): boolean {
    const { subscribers } = this.channels.of(type);
    return subscribers.isEmpty || this.dispatcher.dispatch(subscribers, this.now(type, payload, "Normal"));
  }

  private send<Value, Init>(
    channel: EventChannel<Value, Init>,
    init: Init | undefined,
    priority: EventPriority,
    source: unknown,
  ): void {
    const cause = this.callbacks.cause;
    this.enqueue(channel, payloadOf(channel.type, init), priority, source, cause);
  }

  private enqueue<Value, Init>(
    { type, queue }: EventChannel<Value, Init>,
    payload: Value,
    priority: EventPriority,
    source: unknown,
    cause: Cause | undefined,
  ): void {
    this.gate.require("emit");
    this.waiting.push(type, payload, priority, this.clock.elapsed, source, cause);
    queue.push(payload);
  }

  /** An event that is published right now. */
  private now<Value, Init>(type: EventType<Value, Init>, payload: Value, priority: EventPriority): EmittedEvent<Value> {
    return new EmittedEvent(type, payload, priority, this.clock.elapsed, undefined, this.callbacks.cause);
  }

  private drain(last: number): number {
    if (this.waiting.size === 0) return 0;
    if (last === least && this.subscribed.count === 0) return this.waiting.clear();
    return this.callbacks.scope(() => {
      let count = 0;
      for (let event = this.waiting.take(last); event !== undefined; event = this.waiting.take(last)) {
        this.dispatcher.dispatch(this.channels.of(event.type).subscribers, event);
        count++;
      }
      return count;
    });
  }

  /** Watches what built-in events tell of, while somebody handles them. */
  private listen(): void {
    const watching = changeEvents.some((type) => this.hasSubscribers(type));
    this.changes.watch("events", watching ? this.changeEvents : undefined);
    this.watchesRuns = this.hasSubscribers(BeforeSystemRun) || this.hasSubscribers(AfterSystemRun);
  }
}

function requireList(value: unknown): void {
  if (Array.isArray(value)) return;
  const message = `\`${shownGiven(value)}\` is no list of events`;
  throw new EcsError(
    "InvalidArgument",
    message,
    "give pairs of events and payloads: `[[Hit, { damage: 2 }], [Landed]]`",
  );
}

/** Throws `InvalidArgument` for what is no payload. */
function payloadOf<Value, Init>(type: EventType<Value, Init>, init: Init | undefined): Value {
  if (init !== undefined && (typeof init !== "object" || init === null)) throw noPayload(type, init);
  return type.create(init);
}

function noPayload(type: EventType, init: unknown): EcsError {
  const message = `\`${shownGiven(init)}\` is no payload for event \`${type.name}\``;
  return new EcsError("InvalidArgument", message, "give an object with its fields; those left out take their defaults");
}

function notKept(type: EventType): EcsError {
  const message = `event \`${type.name}\` is built in, and not kept for readers`;
  return new EcsError("InvalidArgument", message, "subscribe to it, and emit an event of your own from the handler");
}
