// The order of dispatch against a naive model: one list, searched anew for the next event and the next handler.
import fc from "fast-check";
import { expect, it } from "vitest";
import { Cheer, createWorld, Hit } from "../kit/generated/index.js";

const priorities = ["Pre", "Critical", "High", "Normal", "Low", "Minimal"] as const;
type Priority = (typeof priorities)[number];

/** What a handler does when it is called for the `at`th time. */
interface Reaction {
  readonly at: number;
  readonly emit?: Priority | undefined;
  /** Which handler it unsubscribes: an index into all that there are. */
  readonly unsubscribe?: number | undefined;
  readonly cancel: boolean;
}

interface Handler {
  readonly id: number;
  readonly kind: "pre" | "post";
  readonly priority: Priority;
  readonly reactions: readonly Reaction[];
}

interface Emission {
  readonly number: number;
  readonly priority: Priority;
}

/** What both sides can do; handlers are called with the number of the event. */
interface Bus {
  subscribe(handler: Handler, call: (event: number) => boolean): void;
  unsubscribe(id: number): boolean;
  emit(emission: Emission): void;
  process(high: boolean): number;
  readonly size: number;
}

class NaiveBus implements Bus {
  #handlers: { handler: Handler; call: (event: number) => boolean }[] = [];
  #waiting: Emission[] = [];

  subscribe(handler: Handler, call: (event: number) => boolean): void {
    this.#handlers.push({ handler, call });
  }

  unsubscribe(id: number): boolean {
    const before = this.#handlers.length;
    this.#handlers = this.#handlers.filter(({ handler }) => handler.id !== id);
    return this.#handlers.length < before;
  }

  emit(emission: Emission): void {
    this.#waiting.push(emission);
  }

  process(high: boolean): number {
    let count = 0;
    for (const priority of high ? priorities.slice(0, 3) : priorities) {
      const next = this.#waiting.find((emission) => emission.priority === priority);
      if (next === undefined) continue;
      this.#waiting = this.#waiting.filter((emission) => emission !== next);
      this.#dispatch(next.number);
      count += 1 + this.process(high);
      break;
    }
    return count;
  }

  get size(): number {
    return this.#waiting.length;
  }

  #dispatch(event: number): void {
    for (const { handler, call } of this.#handlers.filter((each) => each.handler.kind === "pre"))
      if (this.#has(handler) && call(event)) return;
    const posts = this.#handlers.filter((each) => each.handler.kind === "post");
    for (const priority of priorities)
      for (const { handler, call } of posts) if (handler.priority === priority && this.#has(handler)) call(event);
  }

  #has(handler: Handler): boolean {
    return this.#handlers.some((each) => each.handler === handler);
  }
}

class RealBus implements Bus {
  readonly #world = createWorld();
  readonly #subscriptions = new Map<number, ReturnType<typeof this.subscribeOne>>();

  subscribe(handler: Handler, call: (event: number) => boolean): void {
    this.#subscriptions.set(handler.id, this.subscribeOne(handler, call));
  }

  subscribeOne(handler: Handler, call: (event: number) => boolean) {
    const { events } = this.#world;
    if (handler.kind === "pre") return events.subscribePre(Hit, ({ damage }) => (call(damage) ? "cancel" : undefined));
    return events.subscribePost(Hit, ({ damage }) => void call(damage), handler.priority);
  }

  unsubscribe(id: number): boolean {
    const subscription = this.#subscriptions.get(id);
    return subscription !== undefined && this.#world.events.unsubscribe(subscription);
  }

  emit({ number, priority }: Emission): void {
    this.#world.events.emit(Hit, { damage: number }, priority);
  }

  process(high: boolean): number {
    return high ? this.#world.events.processHighPriority() : this.#world.events.process();
  }

  get size(): number {
    return this.#world.events.size;
  }
}

type Step =
  | { readonly do: "subscribe"; readonly handler: Omit<Handler, "id"> }
  | { readonly do: "unsubscribe"; readonly pick: number }
  | { readonly do: "emit"; readonly priority: Priority }
  | { readonly do: "process"; readonly high: boolean };

/** Plays a script, and writes down everything that can be observed. */
function play(bus: Bus, script: readonly Step[]): string[] {
  const log: string[] = [];
  let handlers = 0;
  let events = 0;
  const emit = (priority: Priority): void => {
    if (events < 60) bus.emit({ number: ++events, priority });
  };
  const react = (handler: Handler, reaction: Reaction): void => {
    if (reaction.emit !== undefined) emit(reaction.emit);
    if (reaction.unsubscribe === undefined) return;
    log.push(`${handler.id} ends ${bus.unsubscribe((reaction.unsubscribe % handlers) + 1)}`);
  };
  const subscribe = (handler: Handler): void => {
    let calls = 0;
    bus.subscribe(handler, (event) => {
      calls++;
      log.push(`${handler.id} gets ${event}`);
      const reactions = handler.reactions.filter(({ at }) => at === calls);
      for (const reaction of reactions) react(handler, reaction);
      return reactions.some(({ cancel }) => cancel);
    });
  };
  for (const step of script) {
    if (step.do === "subscribe") subscribe({ ...step.handler, id: ++handlers });
    else if (step.do === "unsubscribe")
      log.push(`ended ${handlers > 0 && bus.unsubscribe((step.pick % handlers) + 1)}`);
    else if (step.do === "emit") emit(step.priority);
    else log.push(`processed ${bus.process(step.high)}`);
    log.push(`size ${bus.size}`);
  }
  return log;
}

const priority = fc.constantFrom(...priorities);
const reaction = fc.record({
  at: fc.integer({ min: 1, max: 4 }),
  emit: fc.option(priority, { nil: undefined }),
  unsubscribe: fc.option(fc.nat(9), { nil: undefined }),
  cancel: fc.boolean(),
});
const handler = fc.record({
  kind: fc.constantFrom("pre" as const, "post" as const),
  priority,
  reactions: fc.array(reaction, { maxLength: 3 }),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("subscribe" as const), handler }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("unsubscribe" as const), pick: fc.nat(9) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("emit" as const), priority }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("process" as const), high: fc.boolean() }) },
);

it("dispatches what a naive bus dispatches, in the same order, whatever handlers emit, cancel or unsubscribe", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (script) => {
      const all: Step[] = [...script, { do: "process", high: false }];
      expect(play(new RealBus(), all)).toEqual(play(new NaiveBus(), all));
    }),
    { numRuns: 1_000 },
  );
});

it("keeps events apart: handlers of one event see nothing of another", () => {
  const world = createWorld();
  const seen: string[] = [];
  world.on(Hit, () => void seen.push("hit"));
  world.on(Cheer, () => void seen.push("cheer"));
  world.emit(Cheer);
  world.emit(Hit);
  world.emit(Cheer);
  world.flush();
  expect(seen).toEqual(["cheer", "hit", "cheer"]);
});
