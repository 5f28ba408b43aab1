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

export function emitEvent<Value, Init>(
  world: World,
  event: EventType<Value, Init>,
  payload?: Init,
  source?: unknown,
): void {
  world.events.emit(event, payload, "Normal", source);
}

export function emitBatch<const Types extends readonly EventType[]>(world: World, events: EventList<Types>): void {
  world.events.emitBatch(events);
}

export function emitEventWithPriority<Value, Init>(
  world: World,
  event: EventType<Value, Init>,
  payload: Init | undefined,
  priority: EventPriority,
): void {
  world.events.emit(event, payload, priority);
}

export function subscribePre<Value, Init>(
  world: World,
  event: EventType<Value, Init>,
  handler: PreHandler<Value>,
): Subscription {
  return world.events.subscribePre(event, handler);
}

export function subscribePost<Value, Init>(
  world: World,
  event: EventType<Value, Init>,
  handler: PostHandler<Value>,
  priority?: EventPriority,
): Subscription {
  return world.events.subscribePost(event, handler, priority);
}

export function subscribeEvent<Value, Init>(
  world: World,
  event: EventType<Value, Init>,
  listenerName: string,
  handler: PostHandler<Value>,
): Subscription {
  return world.events.subscribeListener(event, listenerName, handler);
}

export function unsubscribe(world: World, subscription: Subscription): boolean {
  return world.events.unsubscribe(subscription);
}

export function unsubscribeEvent(world: World, event: EventType, listenerName: string): boolean {
  return world.events.unsubscribeListener(event, listenerName);
}

export function unsubscribeAll(world: World, event: EventType): number {
  return world.events.unsubscribeAll(event);
}

export function publishPreEvent<Value, Init>(world: World, event: EventType<Value, Init>, payload?: Init): boolean {
  return world.events.publishPre(event, payload);
}

export function publishPostEvent<Value, Init>(world: World, event: EventType<Value, Init>, payload?: Init): void {
  world.events.publishPost(event, payload);
}

export function processEventQueue(world: World): number {
  return world.events.process();
}

export function processHighPriorityEvents(world: World): number {
  return world.events.processHighPriority();
}

export function clearEventQueue(world: World): number {
  return world.events.clear();
}

export function getPendingEvents(world: World): readonly EmittedEvent[] {
  return world.events.pending();
}

export function getEventQueueSize(world: World): number {
  return world.events.size;
}

export function hasSubscribers(world: World, event: EventType): boolean {
  return world.events.hasSubscribers(event);
}

export function getSubscriptions(world: World, event: EventType): Subscription[] {
  return world.events.subscriptions(event);
}

export function getSubscription(world: World, subscriptionId: number): Subscription | undefined {
  return world.events.subscription(subscriptionId);
}
