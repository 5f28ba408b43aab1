import { EcsError } from "ecsgen/runtime";
import { describe, expect, it } from "vitest";
import { codeOf, untyped } from "../kit/code-of.js";
import { Cheer, createWorld, Hit, Position } from "../kit/generated/index.js";

function thrownBy(run: () => unknown): EcsError {
  try {
    run();
  } catch (error) {
    if (error instanceof EcsError) return error;
  }
  throw new Error("no error of ours was thrown");
}

describe("dispatch", () => {
  it("happens when a step begins, before its systems", () => {
    const world = createWorld();
    const seen: [points: number, elapsed: number][] = [];
    world.on(Hit, (hit, { timestamp }) => void seen.push([hit.damage, timestamp]));
    world.step(1);
    world.emit(Hit, { damage: 2 });
    expect(seen).toEqual([]);
    world.step(1);
    expect(seen).toEqual([[2, 1]]);
  });

  it("does not happen at the sync points between systems", () => {
    const world = createWorld();
    let handled = 0;
    world.on(Hit, () => void handled++);
    world.spawn({ burning: { heat: 1 } });
    world.step(1);
    expect(world.events.size).toBe(1);
    expect(handled).toBe(0);
    world.step(1);
    expect(handled).toBe(1);
  });

  it("happens at `flush`, after what waits was applied", () => {
    const world = createWorld();
    let count = 0;
    world.on(Hit, ({ target }) => (count = world.has(target, Position) ? 1 : 2));
    world.emit(Hit, { target: world.commands.spawn({ position: {} }) });
    world.flush();
    expect(count).toBe(1);
  });

  it("applies the commands of handlers at once afterwards", () => {
    const world = createWorld();
    world.on(Hit, ({ target }) => world.commands.despawn(target));
    const target = world.spawn();
    world.emit(Hit, { target });
    world.flush();
    expect(world.isAlive(target)).toBe(false);
  });

  it("lets handlers change the world directly, outside of loops", () => {
    const world = createWorld();
    const xs: (number | undefined)[] = [];
    world.on(Hit, () => xs.push(world.get(world.spawn({ position: { x: 3 } }), Position)?.x));
    world.emit(Hit);
    world.flush();
    expect(xs).toEqual([3]);
  });

  it("makes changes wait when it happens inside a loop", () => {
    const world = createWorld();
    world.spawn({ position: {} });
    let alive: number | undefined;
    world.on(Hit, ({ target }) => {
      world.despawn(target);
      alive = world.isAlive(target) ? 1 : 0;
    });
    world.select([Position]).each((_position, target) => world.events.publishPost(Hit, { target }));
    expect(alive).toBe(1);
    expect(world.entityCount).toBe(0);
  });
});

describe("what handlers emit", () => {
  it("is dispatched at the same occasion, by priority, with its cause", () => {
    const world = createWorld();
    const order: string[] = [];
    world.on(Hit, ({ damage }, event) => {
      order.push(`hit ${damage}`);
      if (damage === 1) world.events.emit(Cheer, { text: "early" }, "High");
      if (damage === 1) world.emit(Cheer, { text: "late" });
      expect(event.cause).toBeUndefined();
    });
    world.on(Cheer, ({ text }, { cause }) => void order.push(`${text} of ${cause?.what}`));
    world.emit(Hit, { damage: 1 });
    world.emit(Hit, { damage: 2 });
    expect(world.events.process()).toBe(4);
    expect(order).toEqual(["hit 1", "early of `app.Hit`", "hit 2", "late of `app.Hit`"]);
  });

  it("is bounded, with an error that prints the chain", () => {
    const world = createWorld({ maxEventDepth: 4 });
    let handled = 0;
    world.on(Hit, () => {
      handled++;
      world.emit(Cheer);
    });
    world.on(Cheer, () => world.emit(Hit));
    world.emit(Hit);
    const error = thrownBy(() => world.flush());
    expect(error.code).toBe("HandlerFailed");
    expect(error.errors).toMatchObject([{ code: "EventDepthLimit" }]);
    expect(error.message).toContain("`app.Hit` → `app.Cheer` → `app.Hit` → `app.Cheer`");
    expect(handled).toBe(2);
    expect(world.events.size).toBe(0);
  });

  it("is bounded when it is published at once, too, and the chain stays short enough to read", () => {
    const world = createWorld();
    world.on(Hit, () => world.events.publishPost(Hit));
    const error = thrownBy(() => world.events.publishPost(Hit));
    expect(error.message).toContain(
      `handlers cause each other 32 times over: … → ${Array(12).fill("`app.Hit`").join(" → ")}`,
    );
  });

  it("is not bounded over steps: what a system emits has no cause", () => {
    const world = createWorld({ maxEventDepth: 1 });
    let handled = 0;
    world.on(Hit, () => void handled++);
    for (let i = 0; i < 50; i++) {
      world.emit(Hit);
      world.step(1);
    }
    expect(handled).toBe(50);
  });
});

describe("errors of handlers", () => {
  it("end a step with all of them, when everything was done", () => {
    const world = createWorld();
    world.on(Hit, ({ damage }) => {
      throw new Error(`damage ${damage}`);
    });
    world.emit(Hit, { damage: 1 });
    world.emit(Hit, { damage: 2 });
    const body = world.spawn({ position: {}, velocity: { x: 4 } });
    const error = thrownBy(() => world.step(0.25));
    expect(error).toMatchObject({ code: "HandlerFailed", errors: [new Error("damage 1"), new Error("damage 2")] });
    expect(error.cause).toEqual(new Error("damage 1"));
    expect(world.get(body, Position)?.x).toBe(1);
    world.step(0.25);
  });

  it("go to `onHandlerError` one by one, when the world has it", () => {
    const errors: EcsError[] = [];
    const world = createWorld({ onHandlerError: (error) => void errors.push(error) });
    world.on(Hit, () => {
      throw new Error("boom");
    });
    world.emit(Hit);
    world.emit(Hit);
    expect(world.events.process()).toBe(2);
    expect(errors).toMatchObject([
      { code: "HandlerFailed", errors: [new Error("boom")] },
      { code: "HandlerFailed", errors: [new Error("boom")] },
    ]);
  });

  it("do not count as `cancel`", () => {
    const world = createWorld({ onHandlerError: () => undefined });
    world.events.subscribePre(Hit, () => {
      throw new Error("boom");
    });
    expect(world.events.publishPre(Hit)).toBe(true);
  });
});

describe("the queue", () => {
  it("has a limit, says so when it is reached, and loses nothing", () => {
    const world = createWorld({ maxPendingEvents: 2 });
    world.emit(Hit, { damage: 1 });
    world.writer(Hit).emit({ damage: 2 });
    const error = thrownBy(() => world.emit(Hit, { damage: 3 }));
    expect(error.code).toBe("EventQueueFull");
    expect(error.message).toMatch(/2 events wait.*`maxPendingEvents`, which is 2/);
    expect([...world.reader(Hit)].map(({ damage }) => damage)).toEqual([1, 2]);
    expect(world.events.process()).toBe(2);
    world.emit(Hit, { damage: 3 });
    expect(world.events.size).toBe(1);
  });

  it("takes whole numbers above 0 for its limits", () => {
    for (const bad of [0, -1, 1.5, Number.NaN, Infinity, untyped<number>("9")]) {
      expect(codeOf(() => createWorld({ maxPendingEvents: bad }))).toBe("InvalidArgument");
      expect(codeOf(() => createWorld({ maxEventDepth: bad }))).toBe("InvalidArgument");
    }
  });
});

describe("readers", () => {
  it("see what is emitted until the end of the next step, whoever handles it", () => {
    const world = createWorld();
    const reader = world.reader(Cheer);
    world.on(Cheer, () => undefined);
    world.emit(Cheer, { text: "one" });
    world.events.process();
    expect([...reader].map(({ text }) => text)).toEqual(["one"]);
    world.events.emit(Cheer, { text: "two" }, "High");
    world.step(1);
    expect(world.reader(Cheer).unread).toBe(2);
    world.step(1);
    expect(world.reader(Cheer).unread).toBe(0);
    expect(reader.unread).toBe(0);
  });

  it("do not see what is published at once", () => {
    const world = createWorld();
    world.events.publishPost(Hit);
    expect(world.reader(Hit).unread).toBe(0);
  });
});

describe("`on`", () => {
  it("gives back how to stop, as often as one likes", () => {
    const world = createWorld();
    let handled = 0;
    const stop = world.on(Hit, () => void handled++);
    stop();
    stop();
    world.emit(Hit);
    world.flush();
    expect(handled).toBe(0);
  });
});
