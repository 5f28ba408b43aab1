// The event View, row by row, through the facade that an app gets.
import { BeforeSpawn, NO_ENTITY, type EcsError } from "ecsgen/runtime";
import { describe, expect, it } from "vitest";
import { Cheer, createWorld, Hit, type HitInit } from "./app/generated/index.js";
import { codeOf, untyped } from "../../runtime/kit/code-of.js";

const foreign = { ...Hit };

describe("emitEvent", () => {
  it("queues an event with normal priority, the time of the world, and who emits it", () => {
    const world = createWorld();
    world.step(2);
    world.ecs.event.emitEvent(Hit, { damage: 5 }, "trap");
    expect(world.ecs.event.getPendingEvents()).toMatchObject([
      { type: Hit, payload: { target: NO_ENTITY, damage: 5 }, priority: "Normal", timestamp: 2, source: "trap" },
    ]);
  });

  it("takes defaults for what the payload does not say, and keeps a copy of it", () => {
    const world = createWorld();
    const payload = { damage: 3 };
    world.ecs.event.emitEvent(Hit, payload);
    payload.damage = 4;
    world.ecs.event.emitEvent(Hit);
    expect(world.ecs.event.getPendingEvents().map((each) => each.payload)).toEqual([
      { target: NO_ENTITY, damage: 3 },
      { target: NO_ENTITY, damage: 1 },
    ]);
  });

  it("refuses unknown events, what is no payload, and events that the world alone publishes", () => {
    const world = createWorld();
    expect(codeOf(() => world.ecs.event.emitEvent(foreign))).toBe("UnknownEvent");
    expect(codeOf(() => world.ecs.event.emitEvent(untyped<typeof Hit>(undefined)))).toBe("UnknownEvent");
    expect(codeOf(() => world.ecs.event.emitEvent(untyped<typeof Hit>("Hit")))).toBe("UnknownEvent");
    expect(codeOf(() => world.ecs.event.emitEvent(Hit, untyped(7)))).toBe("InvalidArgument");
    expect(codeOf(() => world.ecs.event.emitEvent(Hit, untyped(null)))).toBe("InvalidArgument");
    expect(codeOf(() => world.ecs.event.emitEvent(BeforeSpawn))).toBe("InvalidArgument");
    expect(world.ecs.event.getEventQueueSize()).toBe(0);
    expect(world.reader(Hit).unread).toBe(0);
  });
});

describe("emitBatch", () => {
  it("queues events in order", () => {
    const world = createWorld();
    world.ecs.event.emitBatch([[Hit, { damage: 1 }], [Cheer, { text: "hurray" }], [Hit]]);
    expect(world.ecs.event.getPendingEvents().map((each) => each.payload)).toEqual([
      { target: NO_ENTITY, damage: 1 },
      { text: "hurray" },
      { target: NO_ENTITY, damage: 1 },
    ]);
  });

  it("types each payload by its event", () => {
    const world = createWorld();
    // @ts-expect-error a `Hit` has no text
    world.ecs.event.emitBatch([[Cheer], [Hit, { text: "ouch" }]]);
    // @ts-expect-error damage is a number
    world.ecs.event.emitEvent(Hit, { damage: "hard" });
    expect(world.ecs.event.getEventQueueSize()).toBe(3);
  });

  it("queues all or nothing", () => {
    const world = createWorld({ maxPendingEvents: 2 });
    expect(codeOf(() => world.ecs.event.emitBatch([[Hit], [foreign]]))).toBe("UnknownEvent");
    expect(codeOf(() => world.ecs.event.emitBatch([[Hit], [Hit, untyped<HitInit>("hard")]]))).toBe("InvalidArgument");
    expect(codeOf(() => world.ecs.event.emitBatch([[Hit], [Hit], [Hit]]))).toBe("EventQueueFull");
    expect(codeOf(() => world.ecs.event.emitBatch(untyped<[]>(Hit)))).toBe("InvalidArgument");
    expect(codeOf(() => world.ecs.event.emitBatch(untyped<[]>([Hit])))).toBe("InvalidArgument");
    expect(world.ecs.event.getEventQueueSize()).toBe(0);
    expect(world.reader(Hit).unread).toBe(0);
  });
});

describe("emitEventWithPriority", () => {
  it("queues an event before those of lower priority", () => {
    const world = createWorld();
    const priorities = ["Minimal", "Low", "Normal", "High", "Critical", "Pre"] as const;
    for (const priority of priorities) world.ecs.event.emitEventWithPriority(Hit, undefined, priority);
    expect(world.ecs.event.getPendingEvents().map((each) => each.priority)).toEqual([...priorities].reverse());
  });

  it("refuses what is no priority, and names those there are", () => {
    const world = createWorld();
    const emit = (): void => world.ecs.event.emitEventWithPriority(Hit, {}, untyped("Urgent"));
    expect(codeOf(emit)).toBe("InvalidArgument");
    expect(emit).toThrow(/`Urgent`.*\n.*`Pre`, `Critical`, `High`, `Normal`, `Low`, `Minimal`/);
    expect(world.ecs.event.getEventQueueSize()).toBe(0);
  });
});

describe("subscribePre", () => {
  it("is called before post handlers, and stops them by giving back `cancel`", () => {
    const world = createWorld();
    const calls: string[] = [];
    world.ecs.event.subscribePost(Hit, () => void calls.push("post"));
    world.ecs.event.subscribePre(Hit, ({ damage }) => {
      calls.push("first");
      return damage > 1 ? "cancel" : undefined;
    });
    world.ecs.event.subscribePre(Hit, () => void calls.push("second"));
    world.ecs.event.emitEvent(Hit, { damage: 1 });
    world.ecs.event.processEventQueue();
    world.ecs.event.emitEvent(Hit, { damage: 2 });
    world.ecs.event.processEventQueue();
    expect(calls).toEqual(["first", "second", "post", "first"]);
  });

  it("gives back a subscription of kind `pre`, and refuses what is no function", () => {
    const world = createWorld();
    const subscription = world.ecs.event.subscribePre(Hit, () => undefined);
    expect(subscription).toMatchObject({ event: Hit, kind: "pre", priority: "Pre", listener: undefined, active: true });
    expect(codeOf(() => world.ecs.event.subscribePre(Hit, untyped("handle")))).toBe("InvalidArgument");
    expect(codeOf(() => world.ecs.event.subscribePre(foreign, () => undefined))).toBe("UnknownEvent");
  });
});

describe("subscribePost", () => {
  it("is called by priority, then in order of subscription", () => {
    const world = createWorld();
    const calls: string[] = [];
    const subscribe = (name: string, priority?: "Critical" | "Minimal"): void =>
      void world.ecs.event.subscribePost(Hit, () => void calls.push(name), priority);
    subscribe("late", "Minimal");
    subscribe("one");
    subscribe("first", "Critical");
    subscribe("two");
    world.ecs.event.publishPostEvent(Hit);
    expect(calls).toEqual(["first", "one", "two", "late"]);
  });

  it("refuses what is no function, no priority or no event of the world", () => {
    const world = createWorld();
    expect(codeOf(() => world.ecs.event.subscribePost(Hit, untyped(undefined)))).toBe("InvalidArgument");
    expect(codeOf(() => world.ecs.event.subscribePost(Hit, () => {}, untyped(3)))).toBe("InvalidArgument");
    expect(codeOf(() => world.ecs.event.subscribePost(foreign, () => {}))).toBe("UnknownEvent");
    expect(world.ecs.event.hasSubscribers(Hit)).toBe(false);
  });

  it("cannot cancel", () => {
    const world = createWorld();
    let calls = 0;
    world.ecs.event.subscribePost(
      Hit,
      untyped(() => "cancel"),
    );
    world.ecs.event.subscribePost(Hit, () => void calls++);
    world.ecs.event.publishPostEvent(Hit);
    expect(calls).toBe(1);
  });
});

describe("subscribeEvent", () => {
  it("is a named post subscription", () => {
    const world = createWorld();
    let damage = 0;
    const subscription = world.ecs.event.subscribeEvent(Hit, "sound", (hit) => (damage += hit.damage));
    world.ecs.event.publishPostEvent(Hit, { damage: 4 });
    expect(damage).toBe(4);
    expect(subscription).toMatchObject({ kind: "post", priority: "Normal", listener: "sound" });
  });

  it("refuses a name twice for an event, and no name", () => {
    const world = createWorld();
    world.ecs.event.subscribeEvent(Hit, "sound", () => {});
    world.ecs.event.subscribeEvent(Cheer, "sound", () => {});
    expect(codeOf(() => world.ecs.event.subscribeEvent(Hit, "sound", () => {}))).toBe("DuplicateListener");
    expect(codeOf(() => world.ecs.event.subscribeEvent(Hit, "", () => {}))).toBe("InvalidArgument");
    expect(codeOf(() => world.ecs.event.subscribeEvent(Hit, untyped(1), () => {}))).toBe("InvalidArgument");
    expect(world.ecs.event.getSubscriptions(Hit)).toHaveLength(1);
  });
});

describe("unsubscribe", () => {
  it("ends a subscription, once", () => {
    const world = createWorld();
    let calls = 0;
    const subscription = world.ecs.event.subscribePost(Hit, () => void calls++);
    expect(world.ecs.event.unsubscribe(subscription)).toBe(true);
    expect(world.ecs.event.unsubscribe(subscription)).toBe(false);
    world.ecs.event.publishPostEvent(Hit);
    expect(calls).toBe(0);
    expect(subscription.active).toBe(false);
  });

  it("is safe during dispatch, for oneself and for those behind", () => {
    const world = createWorld();
    const calls: string[] = [];
    const first = world.ecs.event.subscribePost(Hit, () => {
      calls.push("first");
      world.ecs.event.unsubscribe(first);
      world.ecs.event.unsubscribe(second);
      world.ecs.event.subscribePost(Hit, () => void calls.push("new"));
    });
    const second = world.ecs.event.subscribePost(Hit, () => void calls.push("second"));
    world.ecs.event.subscribePost(Hit, () => void calls.push("third"));
    world.ecs.event.publishPostEvent(Hit);
    expect(calls).toEqual(["first", "third"]);
    world.ecs.event.publishPostEvent(Hit);
    expect(calls).toEqual(["first", "third", "third", "new"]);
  });

  it("does not touch a subscription of another world, and refuses what is none", () => {
    const [one, other] = [createWorld(), createWorld()];
    other.ecs.event.subscribePost(Hit, () => {});
    const subscription = one.ecs.event.subscribePost(Hit, () => {});
    expect(other.ecs.event.unsubscribe(subscription)).toBe(false);
    expect(one.ecs.event.hasSubscribers(Hit)).toBe(true);
    expect(other.ecs.event.hasSubscribers(Hit)).toBe(true);
    expect(codeOf(() => one.ecs.event.unsubscribe(untyped(1)))).toBe("InvalidArgument");
  });
});

describe("unsubscribeEvent", () => {
  it("ends the subscription of a named listener, of that event alone", () => {
    const world = createWorld();
    world.ecs.event.subscribeEvent(Hit, "sound", () => {});
    world.ecs.event.subscribeEvent(Cheer, "sound", () => {});
    expect(world.ecs.event.unsubscribeEvent(Hit, "light")).toBe(false);
    expect(world.ecs.event.unsubscribeEvent(Hit, "sound")).toBe(true);
    expect(world.ecs.event.unsubscribeEvent(Hit, "sound")).toBe(false);
    expect(world.ecs.event.hasSubscribers(Cheer)).toBe(true);
    expect(codeOf(() => world.ecs.event.unsubscribeEvent(foreign, "sound"))).toBe("UnknownEvent");
  });
});

describe("unsubscribeAll", () => {
  it("ends all subscriptions of an event, and says how many", () => {
    const world = createWorld();
    world.ecs.event.subscribePre(Hit, () => undefined);
    world.ecs.event.subscribePost(Hit, () => {});
    world.ecs.event.subscribeEvent(Hit, "sound", () => {});
    world.ecs.event.subscribePost(Cheer, () => {});
    expect(world.ecs.event.unsubscribeAll(Hit)).toBe(3);
    expect(world.ecs.event.unsubscribeAll(Hit)).toBe(0);
    expect(world.ecs.event.hasSubscribers(Cheer)).toBe(true);
    expect(codeOf(() => world.ecs.event.unsubscribeAll(foreign))).toBe("UnknownEvent");
  });
});

describe("publishPreEvent", () => {
  it("runs the pre handlers now, and is `false` when one cancelled", () => {
    const world = createWorld();
    let posts = 0;
    world.ecs.event.subscribePre(Hit, ({ damage }) => (damage > 9 ? "cancel" : undefined));
    world.ecs.event.subscribePost(Hit, () => void posts++);
    expect(world.ecs.event.publishPreEvent(Hit, { damage: 3 })).toBe(true);
    expect(world.ecs.event.publishPreEvent(Hit, { damage: 10 })).toBe(false);
    expect(world.ecs.event.publishPreEvent(Cheer)).toBe(true);
    expect(posts).toBe(0);
    expect(world.ecs.event.getEventQueueSize()).toBe(0);
  });

  it("refuses unknown events and what is no payload", () => {
    const world = createWorld();
    expect(codeOf(() => world.ecs.event.publishPreEvent(foreign))).toBe("UnknownEvent");
    expect(codeOf(() => world.ecs.event.publishPreEvent(Hit, untyped(true)))).toBe("InvalidArgument");
    expect(codeOf(() => world.ecs.event.publishPreEvent(BeforeSpawn))).toBe("InvalidArgument");
  });
});

describe("publishPostEvent", () => {
  it("dispatches to post handlers now, past the queue", () => {
    const world = createWorld();
    const damages: number[] = [];
    world.ecs.event.subscribePre(Hit, () => "cancel");
    world.ecs.event.subscribePost(Hit, ({ damage }) => void damages.push(damage));
    world.ecs.event.emitEvent(Hit, { damage: 1 });
    world.ecs.event.publishPostEvent(Hit, { damage: 2 });
    expect(damages).toEqual([2]);
    expect(world.ecs.event.getEventQueueSize()).toBe(1);
  });

  it("refuses unknown events and what is no payload", () => {
    const world = createWorld();
    expect(codeOf(() => world.ecs.event.publishPostEvent(foreign))).toBe("UnknownEvent");
    expect(codeOf(() => world.ecs.event.publishPostEvent(Hit, untyped("hard")))).toBe("InvalidArgument");
  });
});

describe("processEventQueue", () => {
  it("dispatches all by priority, then in order of arrival, and says how many", () => {
    const world = createWorld();
    const damages: number[] = [];
    world.ecs.event.subscribePost(Hit, ({ damage }) => void damages.push(damage));
    world.ecs.event.emitEvent(Hit, { damage: 3 });
    world.ecs.event.emitEventWithPriority(Hit, { damage: 1 }, "High");
    world.ecs.event.emitEvent(Hit, { damage: 4 });
    world.ecs.event.emitEventWithPriority(Hit, { damage: 2 }, "High");
    world.ecs.event.emitEvent(Cheer);
    expect(world.ecs.event.processEventQueue()).toBe(5);
    expect(damages).toEqual([1, 2, 3, 4]);
    expect(world.ecs.event.processEventQueue()).toBe(0);
  });

  it("collects errors of handlers, runs the others, and throws once at the end", () => {
    const world = createWorld();
    const calls: string[] = [];
    world.ecs.event.subscribePost(Hit, () => {
      throw new Error("first");
    });
    world.ecs.event.subscribeEvent(Hit, "sound", () => {
      throw new TypeError("second");
    });
    world.ecs.event.subscribePost(Hit, () => void calls.push("hit"));
    world.ecs.event.subscribePost(Cheer, () => void calls.push("cheer"));
    world.ecs.event.emitBatch([[Hit], [Cheer]]);
    const error = thrownBy(() => world.ecs.event.processEventQueue());
    expect(calls).toEqual(["hit", "cheer"]);
    expect(error).toMatchObject({ code: "HandlerFailed", errors: [new Error("first"), new TypeError("second")] });
    expect(error.message).toContain("a post handler of `app.Hit`: first");
    expect(error.message).toContain("listener `sound` of `app.Hit`: second");
    expect(world.ecs.event.processEventQueue()).toBe(0);
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
    world.ecs.event.subscribePost(Hit, (_hit, { priority }) => void seen.push(priority));
    for (const priority of ["Low", "High", "Normal", "Critical", "Minimal", "Pre"] as const)
      world.ecs.event.emitEventWithPriority(Hit, {}, priority);
    expect(world.ecs.event.processHighPriorityEvents()).toBe(3);
    expect(seen).toEqual(["Pre", "Critical", "High"]);
    expect(world.ecs.event.getPendingEvents().map(({ priority }) => priority)).toEqual(["Normal", "Low", "Minimal"]);
  });
});

describe("clearEventQueue", () => {
  it("forgets the queue and says how many; readers keep what was emitted", () => {
    const world = createWorld();
    world.ecs.event.emitBatch([[Hit], [Hit], [Cheer]]);
    expect(world.ecs.event.clearEventQueue()).toBe(3);
    expect(world.ecs.event.clearEventQueue()).toBe(0);
    expect(world.ecs.event.processEventQueue()).toBe(0);
    expect(world.reader(Hit).unread).toBe(2);
  });
});

describe("getPendingEvents", () => {
  it("gives the queue in order of dispatch, untouched", () => {
    const world = createWorld();
    world.ecs.event.emitEvent(Hit, { damage: 2 });
    world.ecs.event.emitEventWithPriority(Cheer, { text: "now" }, "Critical");
    const pending = world.ecs.event.getPendingEvents();
    expect(pending.map(({ type }) => type)).toEqual([Cheer, Hit]);
    expect(world.ecs.event.processEventQueue()).toBe(2);
    expect(pending).toHaveLength(2);
    expect(world.ecs.event.getPendingEvents()).toEqual([]);
  });
});

describe("getEventQueueSize", () => {
  it("counts what waits, of all events and priorities, with or without handlers", () => {
    const world = createWorld();
    world.ecs.event.subscribePost(Cheer, () => {});
    world.ecs.event.emitBatch([[Hit], [Cheer]]);
    world.ecs.event.emitEventWithPriority(Hit, {}, "Low");
    expect(world.ecs.event.getEventQueueSize()).toBe(3);
    world.ecs.event.processHighPriorityEvents();
    expect(world.ecs.event.getEventQueueSize()).toBe(3);
    world.ecs.event.processEventQueue();
    expect(world.ecs.event.getEventQueueSize()).toBe(0);
  });
});

describe("hasSubscribers", () => {
  it("is whether somebody handles the event, before or after", () => {
    const world = createWorld();
    expect(world.ecs.event.hasSubscribers(Hit)).toBe(false);
    const pre = world.ecs.event.subscribePre(Hit, () => undefined);
    expect(world.ecs.event.hasSubscribers(Hit)).toBe(true);
    expect(world.ecs.event.hasSubscribers(Cheer)).toBe(false);
    world.ecs.event.unsubscribe(pre);
    expect(world.ecs.event.hasSubscribers(Hit)).toBe(false);
    expect(codeOf(() => world.ecs.event.hasSubscribers(foreign))).toBe("UnknownEvent");
  });
});

describe("getSubscriptions", () => {
  it("gives pre first, then post by priority; changing the list changes nothing", () => {
    const world = createWorld();
    const low = world.ecs.event.subscribePost(Hit, () => {}, "Low");
    const normal = world.ecs.event.subscribePost(Hit, () => {});
    const pre = world.ecs.event.subscribePre(Hit, () => undefined);
    const named = world.ecs.event.subscribeEvent(Hit, "sound", () => {});
    const list = world.ecs.event.getSubscriptions(Hit);
    expect(list).toEqual([pre, normal, named, low]);
    list.length = 0;
    expect(world.ecs.event.getSubscriptions(Hit)).toHaveLength(4);
    expect(world.ecs.event.getSubscriptions(Cheer)).toEqual([]);
    expect(codeOf(() => world.ecs.event.getSubscriptions(foreign))).toBe("UnknownEvent");
  });
});

describe("getSubscription", () => {
  it("gives the one with an id, until it ends; ids are never used twice", () => {
    const world = createWorld();
    const first = world.ecs.event.subscribePost(Hit, () => {});
    expect(world.ecs.event.getSubscription(first.id)).toBe(first);
    world.ecs.event.unsubscribe(first);
    expect(world.ecs.event.getSubscription(first.id)).toBeUndefined();
    expect(world.ecs.event.subscribePost(Hit, () => {}).id).not.toBe(first.id);
    expect(world.ecs.event.getSubscription(untyped("1"))).toBeUndefined();
  });
});
