import { EcsError } from "../errors.js";
import { shownGiven } from "../given.js";
import type { EventChannels } from "./event-channels.js";
import type { EventType } from "./event-queue.js";
import { laneOf } from "./pending-events.js";
import { Subscriber, type Subscribing, type Subscription } from "./subscription.js";

/** The subscriptions of a world, by id and by name. */
export class Subscriptions {
  readonly #channels: EventChannels;
  readonly #changed: () => void;
  readonly #byId = new Map<number, Subscription>();
  #lastId = 0;

  /** `changed` is called when one begins or ends. */
  constructor(channels: EventChannels, changed: () => void) {
    this.#channels = channels;
    this.#changed = changed;
  }

  /** How many have not ended. */
  get count(): number {
    return this.#byId.size;
  }

  /** Throws `UnknownEvent`, `InvalidArgument` or `DuplicateListener`. */
  begin<Value, Init>(given: Subscribing<Value, Init>): Subscription {
    const { subscribers } = this.#channels.of(given.event);
    this.#check(given);
    const subscriber = new Subscriber(++this.#lastId, given);
    subscribers.add(subscriber);
    this.#byId.set(subscriber.id, subscriber);
    this.#changed();
    return subscriber;
  }

  /** Ends all. */
  endAll(): void {
    for (const subscription of this.#byId.values()) this.end(subscription);
  }

  /** `false` when it has ended, or is another world's. Throws `InvalidArgument` for what is no subscription. */
  end(subscription: Subscription): boolean {
    if (typeof subscription !== "object" || subscription === null) throw noSubscription(subscription);
    if (this.#byId.get(subscription.id) !== subscription) return false;
    this.#byId.delete(subscription.id);
    this.#channels.of(subscription.event).subscribers.end(subscription);
    this.#changed();
    return true;
  }

  /** One that has not ended. */
  get(id: number): Subscription | undefined {
    return this.#byId.get(id);
  }

  /** The one of a named listener. Throws `UnknownEvent`. */
  named(type: EventType, listener: string): Subscription | undefined {
    return this.#channels
      .of(type)
      .subscribers.all()
      .find((subscription) => subscription.listener === listener);
  }

  #check<Value, Init>({ event, listener, priority, handler }: Subscribing<Value, Init>): void {
    if (typeof handler !== "function") throw noHandler(event);
    laneOf(priority);
    if (listener === undefined) return;
    if (typeof listener !== "string" || listener === "") throw noName(listener);
    if (this.named(event, listener) !== undefined) throw duplicate(event, listener);
  }
}

function noSubscription(given: unknown): EcsError {
  const message = `\`${shownGiven(given)}\` is no subscription`;
  return new EcsError("InvalidArgument", message, "give what subscribing gave back, or look it up with its id");
}

function noHandler(type: EventType): EcsError {
  const message = `what was to handle event \`${type.name}\` is no function`;
  return new EcsError("InvalidArgument", message, "give a function that takes the payload");
}

function noName(listener: unknown): EcsError {
  const message = `\`${shownGiven(listener)}\` is no name of a listener`;
  return new EcsError("InvalidArgument", message, "give a text that is not empty");
}

function duplicate(type: EventType, listener: string): EcsError {
  const message = `listener \`${listener}\` listens to event \`${type.name}\` already`;
  return new EcsError("DuplicateListener", message, "unsubscribe it before, or choose another name");
}
