import type { EmittedEvent, EventPriority } from "./emitted-event.js";
import type { EventType } from "./event-queue.js";
import { laneOf } from "./pending-events.js";

/** Is called after the thing happened, with the payload and all that is known of the event. */
export type PostHandler<Value> = (payload: Value, event: EmittedEvent<Value>) => void;

/** Is called before the thing happens; giving back `"cancel"` stops it. */
export type PreHandler<Value> = (payload: Value, event: EmittedEvent<Value>) => "cancel" | undefined | void;

/** That somebody handles an event. */
export interface Subscription {
  /** Never used twice in a world. */
  readonly id: number;
  readonly event: EventType;
  readonly kind: "pre" | "post";
  /** `Pre` for pre handlers. */
  readonly priority: EventPriority;
  /** The name of a named listener. */
  readonly listener: string | undefined;
  /** Whether it was not unsubscribed. */
  readonly active: boolean;
}

/** What a subscription is made of. */
export interface Subscribing<Value, Init> {
  readonly event: EventType<Value, Init>;
  readonly kind: "pre" | "post";
  readonly priority: EventPriority;
  readonly listener?: string;
  readonly handler: PreHandler<Value>;
}

/** A subscription with its handler. */
export class Subscriber<Value> implements Subscription {
  readonly id: number;
  readonly event: EventType;
  readonly kind: "pre" | "post";
  readonly priority: EventPriority;
  readonly listener: string | undefined;
  readonly handler: PreHandler<Value>;
  active = true;

  constructor(id: number, given: Subscribing<Value, never>) {
    this.id = id;
    this.event = given.event;
    this.kind = given.kind;
    this.priority = given.priority;
    this.listener = given.listener;
    this.handler = given.handler;
  }

  /** How messages name it. */
  get who(): string {
    const { name } = this.event;
    if (this.listener !== undefined) return `listener \`${this.listener}\` of \`${name}\``;
    return `a ${this.kind} handler of \`${name}\``;
  }
}

/**
 * The subscribers of one event. The lists are replaced, never changed: a dispatch under way goes through those that were
 * there when it began, and skips those that are no longer active.
 */
export class Subscribers<Value> {
  /** In order of subscription. */
  pre: readonly Subscriber<Value>[] = [];
  /** By priority, then in order of subscription. */
  post: readonly Subscriber<Value>[] = [];

  get isEmpty(): boolean {
    return this.pre.length + this.post.length === 0;
  }

  /** Pre first, then post by priority. */
  all(): Subscriber<Value>[] {
    return [...this.pre, ...this.post];
  }

  add(subscriber: Subscriber<Value>): void {
    if (subscriber.kind === "pre") this.pre = [...this.pre, subscriber];
    else this.post = [...this.post, subscriber].sort((a, b) => laneOf(a.priority) - laneOf(b.priority) || a.id - b.id);
  }

  end(subscription: Subscription): void {
    for (const subscriber of this.all()) {
      if (subscriber === subscription) subscriber.active = false;
    }
    this.pre = this.pre.filter(({ active }) => active);
    this.post = this.post.filter(({ active }) => active);
  }
}
