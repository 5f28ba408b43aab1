import type { EventPriority, EventType } from "ecsgen/runtime";
import { failWith } from "./failures.js";
import type { ReferenceGate } from "./reference-gate.js";
import type { EmittedLike, EventsLike, Handler, SubscriptionLike } from "./world-like.js";

const priorities: readonly EventPriority[] = ["Pre", "Critical", "High", "Normal", "Low", "Minimal"];

/** Somebody who handles an event; a post handler is one whose answer is ignored. */
interface ReferenceHandler extends SubscriptionLike {
  readonly event: EventType;
  readonly handler: Handler;
  active: boolean;
}

/** Events: one list of what waits and one of who handles, both searched anew for each. */
export class ReferenceBus implements EventsLike {
  readonly #gate: ReferenceGate;
  readonly #emitted: (type: EventType, payload: unknown) => void;
  #handlers: ReferenceHandler[] = [];
  #waiting: EmittedLike[] = [];
  #lastId = 0;

  /** `emitted` is told what readers see. */
  constructor(gate: ReferenceGate, emitted: (type: EventType, payload: unknown) => void) {
    this.#gate = gate;
    this.#emitted = emitted;
  }

  get size(): number {
    return this.#waiting.length;
  }

  emit(type: EventType, init?: object, priority: EventPriority = "Normal", source?: unknown): void {
    const payload = type.create(init);
    this.#gate.requireOpen();
    if (this.size >= this.#gate.maxPendingEvents) failWith("EventQueueFull");
    if (!priorities.includes(priority)) failWith("InvalidArgument");
    this.#waiting.push({ type, payload, priority, timestamp: this.#gate.elapsed, source });
    this.#emitted(type, payload);
  }

  emitBatch(events: readonly (readonly [EventType, object?])[]): void {
    const made = events.map(([type, init]) => [type, type.create(init)] as const);
    if (this.size + made.length > this.#gate.maxPendingEvents) failWith("EventQueueFull");
    for (const [type, payload] of made) this.emit(type, Object(payload));
  }

  subscribePre(event: EventType, handler: Handler): ReferenceHandler {
    return this.#subscribe({ event, kind: "pre", priority: "Pre", listener: undefined, handler });
  }

  subscribePost(event: EventType, handler: Handler, priority: EventPriority = "Normal"): ReferenceHandler {
    return this.#subscribe({ event, kind: "post", priority, listener: undefined, handler });
  }

  subscribeListener(event: EventType, listener: string, handler: Handler): ReferenceHandler {
    this.#gate.requireOpen();
    if (this.#named(event, listener) !== undefined) failWith("DuplicateListener");
    return this.#subscribe({ event, kind: "post", priority: "Normal", listener, handler });
  }

  unsubscribe(subscription: object): boolean {
    this.#gate.requireOpen();
    const found = this.#handlers.find((handler) => handler === subscription);
    if (found === undefined) return false;
    found.active = false;
    this.#handlers = this.#handlers.filter((handler) => handler !== found);
    return true;
  }

  unsubscribeListener(event: EventType, listener: string): boolean {
    this.#gate.requireOpen();
    const found = this.#named(event, listener);
    return found !== undefined && this.unsubscribe(found);
  }

  unsubscribeAll(event: EventType): number {
    this.#gate.requireOpen();
    return this.subscriptions(event).filter((handler) => this.unsubscribe(handler)).length;
  }

  hasSubscribers(event: EventType): boolean {
    return this.subscriptions(event).length > 0;
  }

  /** Pre handlers by arrival, then post handlers by priority and arrival. */
  subscriptions(event: EventType): ReferenceHandler[] {
    const all = this.#handlers.filter((handler) => handler.event === event);
    const posts = priorities.flatMap((priority) =>
      all.filter((handler) => handler.kind === "post" && handler.priority === priority),
    );
    return [...all.filter(({ kind }) => kind === "pre"), ...posts];
  }

  publishPre(type: EventType, init?: object): boolean {
    const event = this.#now(type, type.create(init), "Pre");
    return this.#gate.scope(() => this.#call("pre", event));
  }

  publishPost(type: EventType, init?: object): void {
    const event = this.#now(type, type.create(init), "Normal");
    this.#gate.scope(() => this.#call("post", event));
  }

  /** For built-in events: `false` when somebody cancelled. */
  publish(type: EventType, payload: unknown): boolean {
    return this.#dispatch(this.#now(type, payload, "Normal"));
  }

  process(): number {
    return this.#process(priorities);
  }

  processHighPriority(): number {
    return this.#process(["Pre", "Critical", "High"]);
  }

  clear(): number {
    this.#gate.requireOpen();
    return this.#waiting.splice(0).length;
  }

  pending(): readonly EmittedLike[] {
    return priorities.flatMap((priority) => this.#waiting.filter((event) => event.priority === priority));
  }

  reset(): void {
    for (const handler of this.#handlers) handler.active = false;
    this.#handlers = [];
    this.#waiting = [];
  }

  #process(among: readonly EventPriority[]): number {
    this.#gate.requireOpen();
    const next = (): EmittedLike | undefined => this.pending().find((event) => among.includes(event.priority));
    return this.#gate.scope(() => {
      let count = 0;
      for (let event = next(); event !== undefined; event = next()) {
        const taken = event;
        this.#waiting = this.#waiting.filter((each) => each !== taken);
        this.#dispatch(taken);
        count++;
      }
      return count;
    });
  }

  #dispatch(event: EmittedLike): boolean {
    return this.#call("pre", event) && this.#call("post", event);
  }

  /** `false` when a pre handler cancelled. */
  #call(kind: "pre" | "post", event: EmittedLike): boolean {
    for (const each of this.subscriptions(event.type).filter((handler) => handler.kind === kind)) {
      if (!each.active) continue;
      const answer = this.#gate.attempt(() => each.handler(event.payload, event));
      if (kind === "pre" && answer === "cancel") return false;
    }
    return true;
  }

  #now(type: EventType, payload: unknown, priority: EventPriority): EmittedLike {
    return { type, payload, priority, timestamp: this.#gate.elapsed, source: undefined };
  }

  #named(event: EventType, listener: string): ReferenceHandler | undefined {
    return this.#handlers.find((handler) => handler.event === event && handler.listener === listener);
  }

  #subscribe(given: Omit<ReferenceHandler, "id" | "active">): ReferenceHandler {
    this.#gate.requireOpen();
    const handler = { ...given, id: ++this.#lastId, active: true };
    this.#handlers.push(handler);
    return handler;
  }
}
