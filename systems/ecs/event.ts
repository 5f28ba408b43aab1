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

/** Queues an event with normal priority and the time of the world. */
export function emitEvent<Value, Init>(
  world: World,
  event: EventType<Value, Init>,
  payload?: Init,
  source?: unknown,
): void {
  world.events.emit(event, payload, "Normal", source);
}

/** Queues events in order, all or nothing. */
export function emitBatch<const Types extends readonly EventType[]>(world: World, events: EventList<Types>): void {
  world.events.emitBatch(events);
}

/** Queues an event with a priority. */
export function emitEventWithPriority<Value, Init>(
  world: World,
  event: EventType<Value, Init>,
  payload: Init | undefined,
  priority: EventPriority,
): void {
  world.events.emit(event, payload, priority);
}

/** Calls the handler before the change. */
export function subscribePre<Value, Init>(
  world: World,
  event: EventType<Value, Init>,
  handler: PreHandler<Value>,
): Subscription {
  return world.events.subscribePre(event, handler);
}

/** Calls the handler after the change. */
export function subscribePost<Value, Init>(
  world: World,
  event: EventType<Value, Init>,
  handler: PostHandler<Value>,
  priority?: EventPriority,
): Subscription {
  return world.events.subscribePost(event, handler, priority);
}

/** Calls a named listener after the change. */
export function subscribeEvent<Value, Init>(
  world: World,
  event: EventType<Value, Init>,
  listenerName: string,
  handler: PostHandler<Value>,
): Subscription {
  return world.events.subscribeListener(event, listenerName, handler);
}

/** Ends a subscription. */
export function unsubscribe(world: World, subscription: Subscription): boolean {
  return world.events.unsubscribe(subscription);
}

/** Ends the subscription of a named listener. */
export function unsubscribeEvent(world: World, event: EventType, listenerName: string): boolean {
  return world.events.unsubscribeListener(event, listenerName);
}

/** Ends all subscriptions of an event. */
export function unsubscribeAll(world: World, event: EventType): number {
  return world.events.unsubscribeAll(event);
}

/** Calls the pre handlers now. */
export function publishPreEvent<Value, Init>(world: World, event: EventType<Value, Init>, payload?: Init): boolean {
  return world.events.publishPre(event, payload);
}

/** Calls the post handlers now. */
export function publishPostEvent<Value, Init>(world: World, event: EventType<Value, Init>, payload?: Init): void {
  world.events.publishPost(event, payload);
}

/** Dispatches the queue. */
export function processEventQueue(world: World): number {
  return world.events.process();
}

/** Dispatches what is urgent. */
export function processHighPriorityEvents(world: World): number {
  return world.events.processHighPriority();
}

/** Forgets the queue. */
export function clearEventQueue(world: World): number {
  return world.events.clear();
}

/** The queue in the order of dispatch. */
export function getPendingEvents(world: World): readonly EmittedEvent[] {
  return world.events.pending();
}

/** How many events are queued. */
export function getEventQueueSize(world: World): number {
  return world.events.size;
}

/** Whether somebody handles an event. */
export function hasSubscribers(world: World, event: EventType): boolean {
  return world.events.hasSubscribers(event);
}

/** The subscriptions of an event. */
export function getSubscriptions(world: World, event: EventType): Subscription[] {
  return world.events.subscriptions(event);
}

/** The subscription with this id. */
export function getSubscription(world: World, subscriptionId: number): Subscription | undefined {
  return world.events.subscription(subscriptionId);
}
