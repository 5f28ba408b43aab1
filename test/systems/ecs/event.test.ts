import { BeforeSpawn, NO_ENTITY, type EcsError } from "ecsgen/runtime";
import * as event from "ecsgen/systems/ecs/event";
import { describe, expect, it } from "vitest";
import { Cheer, createWorld, Hit, type HitInit } from "../../runtime/kit/generated/index.js";
import { codeOf, untyped } from "../../runtime/kit/code-of.js";

const foreign = { ...Hit };

describe("emitEvent", () => {
  it("queues an event with normal priority, the time of the world, and who emits it", () => {
    const world = createWorld();
    world.step(2);
    event.emitEvent(world, Hit, { damage: 5 }, "trap");
    expect(event.getPendingEvents(world)).toMatchObject([
      { type: Hit, payload: { target: NO_ENTITY, damage: 5 }, priority: "Normal", timestamp: 2, source: "trap" },
    ]);
  });

  it("takes defaults for what the payload does not say, and keeps a copy of it", () => {
    const world = createWorld();
    const payload = { damage: 3 };
    event.emitEvent(world, Hit, payload);
    payload.damage = 4;
    event.emitEvent(world, Hit);
    expect(event.getPendingEvents(world).map((each) => each.payload)).toEqual([
      { target: NO_ENTITY, damage: 3 },
      { target: NO_ENTITY, damage: 1 },
    ]);
  });

  it("refuses unknown events, what is no payload, and events that the world alone publishes", () => {
    const world = createWorld();
    expect(codeOf(() => event.emitEvent(world, foreign))).toBe("UnknownEvent");
    expect(codeOf(() => event.emitEvent(world, untyped<typeof Hit>(undefined)))).toBe("UnknownEvent");
    expect(codeOf(() => event.emitEvent(world, untyped<typeof Hit>("Hit")))).toBe("UnknownEvent");
    expect(codeOf(() => event.emitEvent(world, Hit, untyped(7)))).toBe("InvalidArgument");
    expect(codeOf(() => event.emitEvent(world, Hit, untyped(null)))).toBe("InvalidArgument");
    expect(codeOf(() => event.emitEvent(world, BeforeSpawn))).toBe("InvalidArgument");
    expect(event.getEventQueueSize(world)).toBe(0);
    expect(world.reader(Hit).unread).toBe(0);
  });
});

describe("emitBatch", () => {
  it("queues events in order", () => {
    const world = createWorld();
    event.emitBatch(world, [[Hit, { damage: 1 }], [Cheer, { text: "hurray" }], [Hit]]);
    expect(event.getPendingEvents(world).map((each) => each.payload)).toEqual([
      { target: NO_ENTITY, damage: 1 },
      { text: "hurray" },
      { target: NO_ENTITY, damage: 1 },
    ]);
  });

  it("types each payload by its event", () => {
    const world = createWorld();
    // @ts-expect-error a `Hit` has no text
    event.emitBatch(world, [[Cheer], [Hit, { text: "ouch" }]]);
    // @ts-expect-error damage is a number
    event.emitEvent(world, Hit, { damage: "hard" });
    expect(event.getEventQueueSize(world)).toBe(3);
  });

  it("queues all or nothing", () => {
    const world = createWorld({ maxPendingEvents: 2 });
    expect(codeOf(() => event.emitBatch(world, [[Hit], [foreign]]))).toBe("UnknownEvent");
    expect(codeOf(() => event.emitBatch(world, [[Hit], [Hit, untyped<HitInit>("hard")]]))).toBe("InvalidArgument");
    expect(codeOf(() => event.emitBatch(world, [[Hit], [Hit], [Hit]]))).toBe("EventQueueFull");
    expect(codeOf(() => event.emitBatch(world, untyped<[]>(Hit)))).toBe("InvalidArgument");
    expect(codeOf(() => event.emitBatch(world, untyped<[]>([Hit])))).toBe("InvalidArgument");
    expect(event.getEventQueueSize(world)).toBe(0);
    expect(world.reader(Hit).unread).toBe(0);
  });
});

describe("emitEventWithPriority", () => {
  it("queues an event before those of lower priority", () => {
    const world = createWorld();
    const priorities = ["Minimal", "Low", "Normal", "High", "Critical", "Pre"] as const;
    for (const priority of priorities) event.emitEventWithPriority(world, Hit, undefined, priority);
    expect(event.getPendingEvents(world).map((each) => each.priority)).toEqual([...priorities].reverse());
  });

  it("refuses what is no priority, and names those there are", () => {
    const world = createWorld();
    const emit = (): void => event.emitEventWithPriority(world, Hit, {}, untyped("Urgent"));
    expect(codeOf(emit)).toBe("InvalidArgument");
    expect(emit).toThrow(/`Urgent`.*\n.*`Pre`, `Critical`, `High`, `Normal`, `Low`, `Minimal`/);
    expect(event.getEventQueueSize(world)).toBe(0);
  });
});

describe("subscribePre", () => {
  it("is called before post handlers, and stops them by giving back `cancel`", () => {
    const world = createWorld();
    const calls: string[] = [];
    event.subscribePost(world, Hit, () => void calls.push("post"));
    event.subscribePre(world, Hit, ({ damage }) => {
      calls.push("first");
      return damage > 1 ? "cancel" : undefined;
    });
    event.subscribePre(world, Hit, () => void calls.push("second"));
    event.emitEvent(world, Hit, { damage: 1 });
    event.processEventQueue(world);
    event.emitEvent(world, Hit, { damage: 2 });
    event.processEventQueue(world);
    expect(calls).toEqual(["first", "second", "post", "first"]);
  });

  it("gives back a subscription of kind `pre`, and refuses what is no function", () => {
    const world = createWorld();
    const subscription = event.subscribePre(world, Hit, () => undefined);
    expect(subscription).toMatchObject({ event: Hit, kind: "pre", priority: "Pre", listener: undefined, active: true });
    expect(codeOf(() => event.subscribePre(world, Hit, untyped("handle")))).toBe("InvalidArgument");
    expect(codeOf(() => event.subscribePre(world, foreign, () => undefined))).toBe("UnknownEvent");
  });
});

describe("subscribePost", () => {
  it("is called by priority, then in order of subscription", () => {
    const world = createWorld();
    const calls: string[] = [];
    const subscribe = (name: string, priority?: "Critical" | "Minimal"): void =>
      void event.subscribePost(world, Hit, () => void calls.push(name), priority);
    subscribe("late", "Minimal");
    subscribe("one");
    subscribe("first", "Critical");
    subscribe("two");
    event.publishPostEvent(world, Hit);
    expect(calls).toEqual(["first", "one", "two", "late"]);
  });

  it("refuses what is no function, no priority or no event of the world", () => {
    const world = createWorld();
    expect(codeOf(() => event.subscribePost(world, Hit, untyped(undefined)))).toBe("InvalidArgument");
    expect(codeOf(() => event.subscribePost(world, Hit, () => {}, untyped(3)))).toBe("InvalidArgument");
    expect(codeOf(() => event.subscribePost(world, foreign, () => {}))).toBe("UnknownEvent");
    expect(event.hasSubscribers(world, Hit)).toBe(false);
  });

  it("cannot cancel", () => {
    const world = createWorld();
    let calls = 0;
    event.subscribePost(
      world,
      Hit,
      untyped(() => "cancel"),
    );
    event.subscribePost(world, Hit, () => void calls++);
    event.publishPostEvent(world, Hit);
    expect(calls).toBe(1);
  });
});

describe("subscribeEvent", () => {
  it("is a named post subscription", () => {
    const world = createWorld();
    let damage = 0;
    const subscription = event.subscribeEvent(world, Hit, "sound", (hit) => (damage += hit.damage));
    event.publishPostEvent(world, Hit, { damage: 4 });
    expect(damage).toBe(4);
    expect(subscription).toMatchObject({ kind: "post", priority: "Normal", listener: "sound" });
  });

  it("refuses a name twice for an event, and no name", () => {
    const world = createWorld();
    event.subscribeEvent(world, Hit, "sound", () => {});
    event.subscribeEvent(world, Cheer, "sound", () => {});
    expect(codeOf(() => event.subscribeEvent(world, Hit, "sound", () => {}))).toBe("DuplicateListener");
    expect(codeOf(() => event.subscribeEvent(world, Hit, "", () => {}))).toBe("InvalidArgument");
    expect(codeOf(() => event.subscribeEvent(world, Hit, untyped(1), () => {}))).toBe("InvalidArgument");
    expect(event.getSubscriptions(world, Hit)).toHaveLength(1);
  });
});

describe("unsubscribe", () => {
  it("ends a subscription, once", () => {
    const world = createWorld();
    let calls = 0;
    const subscription = event.subscribePost(world, Hit, () => void calls++);
    expect(event.unsubscribe(world, subscription)).toBe(true);
    expect(event.unsubscribe(world, subscription)).toBe(false);
    event.publishPostEvent(world, Hit);
    expect(calls).toBe(0);
    expect(subscription.active).toBe(false);
  });

  it("is safe during dispatch, for oneself and for those behind", () => {
    const world = createWorld();
    const calls: string[] = [];
    const first = event.subscribePost(world, Hit, () => {
      calls.push("first");
      event.unsubscribe(world, first);
      event.unsubscribe(world, second);
      event.subscribePost(world, Hit, () => void calls.push("new"));
    });
    const second = event.subscribePost(world, Hit, () => void calls.push("second"));
    event.subscribePost(world, Hit, () => void calls.push("third"));
    event.publishPostEvent(world, Hit);
    expect(calls).toEqual(["first", "third"]);
    event.publishPostEvent(world, Hit);
    expect(calls).toEqual(["first", "third", "third", "new"]);
  });

  it("does not touch a subscription of another world, and refuses what is none", () => {
    const [one, other] = [createWorld(), createWorld()];
    event.subscribePost(other, Hit, () => {});
    const subscription = event.subscribePost(one, Hit, () => {});
    expect(event.unsubscribe(other, subscription)).toBe(false);
    expect(event.hasSubscribers(one, Hit)).toBe(true);
    expect(event.hasSubscribers(other, Hit)).toBe(true);
    expect(codeOf(() => event.unsubscribe(one, untyped(1)))).toBe("InvalidArgument");
  });
});

describe("unsubscribeEvent", () => {
  it("ends the subscription of a named listener, of that event alone", () => {
    const world = createWorld();
    event.subscribeEvent(world, Hit, "sound", () => {});
    event.subscribeEvent(world, Cheer, "sound", () => {});
    expect(event.unsubscribeEvent(world, Hit, "light")).toBe(false);
    expect(event.unsubscribeEvent(world, Hit, "sound")).toBe(true);
    expect(event.unsubscribeEvent(world, Hit, "sound")).toBe(false);
    expect(event.hasSubscribers(world, Cheer)).toBe(true);
    expect(codeOf(() => event.unsubscribeEvent(world, foreign, "sound"))).toBe("UnknownEvent");
  });
});

describe("unsubscribeAll", () => {
  it("ends all subscriptions of an event, and says how many", () => {
    const world = createWorld();
    event.subscribePre(world, Hit, () => undefined);
    event.subscribePost(world, Hit, () => {});
    event.subscribeEvent(world, Hit, "sound", () => {});
    event.subscribePost(world, Cheer, () => {});
    expect(event.unsubscribeAll(world, Hit)).toBe(3);
    expect(event.unsubscribeAll(world, Hit)).toBe(0);
    expect(event.hasSubscribers(world, Cheer)).toBe(true);
    expect(codeOf(() => event.unsubscribeAll(world, foreign))).toBe("UnknownEvent");
  });
});

describe("publishPreEvent", () => {
  it("runs the pre handlers now, and is `false` when one cancelled", () => {
    const world = createWorld();
    let posts = 0;
    event.subscribePre(world, Hit, ({ damage }) => (damage > 9 ? "cancel" : undefined));
    event.subscribePost(world, Hit, () => void posts++);
    expect(event.publishPreEvent(world, Hit, { damage: 3 })).toBe(true);
    expect(event.publishPreEvent(world, Hit, { damage: 10 })).toBe(false);
    expect(event.publishPreEvent(world, Cheer)).toBe(true);
    expect(posts).toBe(0);
    expect(event.getEventQueueSize(world)).toBe(0);
  });

  it("refuses unknown events and what is no payload", () => {
    const world = createWorld();
    expect(codeOf(() => event.publishPreEvent(world, foreign))).toBe("UnknownEvent");
    expect(codeOf(() => event.publishPreEvent(world, Hit, untyped(true)))).toBe("InvalidArgument");
    expect(codeOf(() => event.publishPreEvent(world, BeforeSpawn))).toBe("InvalidArgument");
  });
});

describe("publishPostEvent", () => {
  it("dispatches to post handlers now, past the queue", () => {
    const world = createWorld();
    const damages: number[] = [];
    event.subscribePre(world, Hit, () => "cancel");
    event.subscribePost(world, Hit, ({ damage }) => void damages.push(damage));
    event.emitEvent(world, Hit, { damage: 1 });
    event.publishPostEvent(world, Hit, { damage: 2 });
    expect(damages).toEqual([2]);
    expect(event.getEventQueueSize(world)).toBe(1);
  });

  it("refuses unknown events and what is no payload", () => {
    const world = createWorld();
    expect(codeOf(() => event.publishPostEvent(world, foreign))).toBe("UnknownEvent");
    expect(codeOf(() => event.publishPostEvent(world, Hit, untyped("hard")))).toBe("InvalidArgument");
  });
});

describe("processEventQueue", () => {
  it("dispatches all by priority, then in order of arrival, and says how many", () => {
    const world = createWorld();
    const damages: number[] = [];
    event.subscribePost(world, Hit, ({ damage }) => void damages.push(damage));
    event.emitEvent(world, Hit, { damage: 3 });
    event.emitEventWithPriority(world, Hit, { damage: 1 }, "High");
    event.emitEvent(world, Hit, { damage: 4 });
    event.emitEventWithPriority(world, Hit, { damage: 2 }, "High");
    event.emitEvent(world, Cheer);
    expect(event.processEventQueue(world)).toBe(5);
    expect(damages).toEqual([1, 2, 3, 4]);
    expect(event.processEventQueue(world)).toBe(0);
  });

  it("collects errors of handlers, runs the others, and throws once at the end", () => {
    const world = createWorld();
    const calls: string[] = [];
    event.subscribePost(world, Hit, () => {
      throw new Error("first");
    });
    event.subscribeEvent(world, Hit, "sound", () => {
      throw new TypeError("second");
    });
    event.subscribePost(world, Hit, () => void calls.push("hit"));
    event.subscribePost(world, Cheer, () => void calls.push("cheer"));
    event.emitBatch(world, [[Hit], [Cheer]]);
    const error = thrownBy(() => event.processEventQueue(world));
    expect(calls).toEqual(["hit", "cheer"]);
    expect(error).toMatchObject({ code: "HandlerFailed", errors: [new Error("first"), new TypeError("second")] });
    expect(error.message).toContain("a post handler of `app.Hit`: first");
    expect(error.message).toContain("listener `sound` of `app.Hit`: second");
    expect(event.processEventQueue(world)).toBe(0);
  });
});

function thrownBy(run: () => unknown): EcsError {
  try {
    run();
  } catch (error) {
    return untyped(error);
  }
  throw new Error("nothing was thrown");
}

describe("processHighPriorityEvents", () => {
  it("dispatches Pre, Critical and High only; the others stay", () => {
    const world = createWorld();
    const seen: string[] = [];
    event.subscribePost(world, Hit, (_hit, { priority }) => void seen.push(priority));
    for (const priority of ["Low", "High", "Normal", "Critical", "Minimal", "Pre"] as const)
      event.emitEventWithPriority(world, Hit, {}, priority);
    expect(event.processHighPriorityEvents(world)).toBe(3);
    expect(seen).toEqual(["Pre", "Critical", "High"]);
    expect(event.getPendingEvents(world).map(({ priority }) => priority)).toEqual(["Normal", "Low", "Minimal"]);
  });
});

describe("clearEventQueue", () => {
  it("forgets the queue and says how many; readers keep what was emitted", () => {
    const world = createWorld();
    event.emitBatch(world, [[Hit], [Hit], [Cheer]]);
    expect(event.clearEventQueue(world)).toBe(3);
    expect(event.clearEventQueue(world)).toBe(0);
    expect(event.processEventQueue(world)).toBe(0);
    expect(world.reader(Hit).unread).toBe(2);
  });
});

describe("getPendingEvents", () => {
  it("gives the queue in order of dispatch, untouched", () => {
    const world = createWorld();
    event.emitEvent(world, Hit, { damage: 2 });
    event.emitEventWithPriority(world, Cheer, { text: "now" }, "Critical");
    const pending = event.getPendingEvents(world);
    expect(pending.map(({ type }) => type)).toEqual([Cheer, Hit]);
    expect(event.processEventQueue(world)).toBe(2);
    expect(pending).toHaveLength(2);
    expect(event.getPendingEvents(world)).toEqual([]);
  });
});

describe("getEventQueueSize", () => {
  it("counts what waits, of all events and priorities, with or without handlers", () => {
    const world = createWorld();
    event.subscribePost(world, Cheer, () => {});
    event.emitBatch(world, [[Hit], [Cheer]]);
    event.emitEventWithPriority(world, Hit, {}, "Low");
    expect(event.getEventQueueSize(world)).toBe(3);
    event.processHighPriorityEvents(world);
    expect(event.getEventQueueSize(world)).toBe(3);
    event.processEventQueue(world);
    expect(event.getEventQueueSize(world)).toBe(0);
  });
});

describe("hasSubscribers", () => {
  it("is whether somebody handles the event, before or after", () => {
    const world = createWorld();
    expect(event.hasSubscribers(world, Hit)).toBe(false);
    const pre = event.subscribePre(world, Hit, () => undefined);
    expect(event.hasSubscribers(world, Hit)).toBe(true);
    expect(event.hasSubscribers(world, Cheer)).toBe(false);
    event.unsubscribe(world, pre);
    expect(event.hasSubscribers(world, Hit)).toBe(false);
    expect(codeOf(() => event.hasSubscribers(world, foreign))).toBe("UnknownEvent");
  });
});

describe("getSubscriptions", () => {
  it("gives pre first, then post by priority; changing the list changes nothing", () => {
    const world = createWorld();
    const low = event.subscribePost(world, Hit, () => {}, "Low");
    const normal = event.subscribePost(world, Hit, () => {});
    const pre = event.subscribePre(world, Hit, () => undefined);
    const named = event.subscribeEvent(world, Hit, "sound", () => {});
    const list = event.getSubscriptions(world, Hit);
    expect(list).toEqual([pre, normal, named, low]);
    list.length = 0;
    expect(event.getSubscriptions(world, Hit)).toHaveLength(4);
    expect(event.getSubscriptions(world, Cheer)).toEqual([]);
    expect(codeOf(() => event.getSubscriptions(world, foreign))).toBe("UnknownEvent");
  });
});

describe("getSubscription", () => {
  it("gives the one with an id, until it ends; ids are never used twice", () => {
    const world = createWorld();
    const first = event.subscribePost(world, Hit, () => {});
    expect(event.getSubscription(world, first.id)).toBe(first);
    event.unsubscribe(world, first);
    expect(event.getSubscription(world, first.id)).toBeUndefined();
    expect(event.subscribePost(world, Hit, () => {}).id).not.toBe(first.id);
    expect(event.getSubscription(world, untyped("1"))).toBeUndefined();
  });
});
