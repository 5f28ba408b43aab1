import type {
  EmittedEvent,
  EventList,
  EventPriority,
  EventType,
  PostHandler,
  PreHandler,
  Subscription,
  World,
} from "ecsgen/schema";

/**
 * What happened, and who handles it. Every function that takes an event throws `UnknownEvent` for a foreign token, and
 * those that take a payload or a handler `InvalidArgument` for what is none.
 */
export interface EventView {
  /**
   * Queues an event with normal priority and the time of the world; `source` says who emits it. What the payload does not
   * say takes its default. Throws `EventQueueFull`.
   */
  emitEvent<Value, Init>(world: World, event: EventType<Value, Init>, payload?: Init, source?: unknown): void;
  /** Queues events in order: `[[Hit, { damage: 2 }], [Landed]]`. All or nothing. Throws `EventQueueFull`. */
  emitBatch<const Types extends readonly EventType[]>(world: World, events: EventList<Types>): void;
  /** Queues an event with a priority: `Pre`, `Critical`, `High`, `Normal`, `Low` or `Minimal`. Throws `EventQueueFull`. */
  emitEventWithPriority<Value, Init>(
    world: World,
    event: EventType<Value, Init>,
    payload: Init | undefined,
    priority: EventPriority,
  ): void;
  /** Calls the handler before the change; giving back `"cancel"` stops it, and the handlers behind. */
  subscribePre<Value, Init>(world: World, event: EventType<Value, Init>, handler: PreHandler<Value>): Subscription;
  /** Calls the handler after the change; handlers of higher priority are called before. */
  subscribePost<Value, Init>(
    world: World,
    event: EventType<Value, Init>,
    handler: PostHandler<Value>,
    priority?: EventPriority,
  ): Subscription;
  /** Calls a named listener after the change. Throws `DuplicateListener` when the name listens to the event already. */
  subscribeEvent<Value, Init>(
    world: World,
    event: EventType<Value, Init>,
    listenerName: string,
    handler: PostHandler<Value>,
  ): Subscription;
  /** Ends a subscription, also during dispatch; `false` when it had ended, or is another world's. */
  unsubscribe(world: World, subscription: Subscription): boolean;
  /** Ends the subscription of a named listener; `false` when there is none. */
  unsubscribeEvent(world: World, event: EventType, listenerName: string): boolean;
  /** Ends all subscriptions of an event, and says how many there were. */
  unsubscribeAll(world: World, event: EventType): number;
  /** Calls the pre handlers now; `false` when one cancelled. Throws `HandlerFailed`. */
  publishPreEvent<Value, Init>(world: World, event: EventType<Value, Init>, payload?: Init): boolean;
  /** Calls the post handlers now. Throws `HandlerFailed`. */
  publishPostEvent<Value, Init>(world: World, event: EventType<Value, Init>, payload?: Init): void;
  /**
   * Dispatches the queue, and what handlers emit meanwhile: by priority, then in order of arrival. Says how many events.
   * Throws `HandlerFailed` when all is done.
   */
  processEventQueue(world: World): number;
  /** Dispatches the events of priority `Pre`, `Critical` and `High` alone, and says how many. Throws `HandlerFailed`. */
  processHighPriorityEvents(world: World): number;
  /** Forgets the queue, and says how many events there were. */
  clearEventQueue(world: World): number;
  /** The queue in the order of dispatch, untouched. */
  getPendingEvents(world: World): readonly EmittedEvent[];
  /** How many events are queued. */
  getEventQueueSize(world: World): number;
  /** Whether somebody handles an event. */
  hasSubscribers(world: World, event: EventType): boolean;
  /** The subscriptions of an event: pre first, then post by priority. */
  getSubscriptions(world: World, event: EventType): Subscription[];
  /** The subscription with this id; undefined when it ended. */
  getSubscription(world: World, subscriptionId: number): Subscription | undefined;
}
