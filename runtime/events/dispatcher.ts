import type { Callbacks } from "../commands/callbacks.js";
import type { EmittedEvent } from "./emitted-event.js";
import type { Subscriber, Subscribers } from "./subscription.js";

/** Calls the handlers of events. */
export class Dispatcher {
  private readonly callbacks: Callbacks;

  constructor(callbacks: Callbacks) {
    this.callbacks = callbacks;
  }

  /** Calls the pre handlers, and the post handlers unless one of them cancelled: then `false`. */
  dispatch<Value>(subscribers: Subscribers<Value>, event: EmittedEvent<Value>): boolean {
    if (!this.pre(subscribers, event)) return false;
    this.post(subscribers, event);
    return true;
  }

  /** Calls the pre handlers, until one cancels: then `false`. */
  pre<Value>(subscribers: Subscribers<Value>, event: EmittedEvent<Value>): boolean {
    if (subscribers.pre.length === 0) return true;
    const outer = this.callbacks.enter(event);
    try {
      return !subscribers.pre.some((subscriber) => this.call(subscriber, event) === "cancel");
    } finally {
      this.callbacks.enter(outer);
    }
  }

  /** Calls the post handlers. */
  post<Value>(subscribers: Subscribers<Value>, event: EmittedEvent<Value>): void {
    if (subscribers.post.length === 0) return;
    const outer = this.callbacks.enter(event);
    try {
      for (const subscriber of subscribers.post) this.call(subscriber, event);
    } finally {
      this.callbacks.enter(outer);
    }
  }

  private call<Value>(subscriber: Subscriber<Value>, event: EmittedEvent<Value>): unknown {
    if (!subscriber.active) return undefined;
    try {
      return subscriber.handler(event.payload, event);
    } catch (error) {
      this.callbacks.failed(subscriber.who, error);
      return undefined;
    }
  }
}
