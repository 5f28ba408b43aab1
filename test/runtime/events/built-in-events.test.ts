import {
  AfterAddComponent,
  AfterDespawn,
  AfterRemoveComponent,
  AfterSpawn,
  AfterSystemRun,
  BeforeAddComponent,
  BeforeDespawn,
  BeforeRemoveComponent,
  BeforeSpawn,
  BeforeSystemRun,
  type EventType,
} from "ecsgen/runtime";
import { describe, expect, it } from "vitest";
import { codeOf } from "../kit/code-of.js";
import { Burning, createWorld, Hit, Paused, Pinned, Position, Velocity, type World } from "../kit/generated/index.js";

const structural = [
  BeforeSpawn,
  AfterSpawn,
  BeforeDespawn,
  AfterDespawn,
  BeforeAddComponent,
  AfterAddComponent,
  BeforeRemoveComponent,
  AfterRemoveComponent,
];

/** Writes down every built-in event of changes, and whether its entity was alive at that moment. */
function record(world: World): string[] {
  const log: string[] = [];
  for (const type of structural as EventType<object>[])
    world.on(type, (payload) => {
      const alive = "entity" in payload ? (world.isAlive(payload.entity as never) ? " alive" : " dead") : "";
      const component = "component" in payload ? ` ${(payload.component as { key: string }).key}` : "";
      log.push(`${type.key}${component}${alive}`);
    });
  return log;
}

describe("direct changes", () => {
  it("are told before and after", () => {
    const world = createWorld();
    const log = record(world);
    const entity = world.spawn({ position: { x: 1 }, burning: {} });
    world.add(entity, Velocity);
    world.add(entity, Paused, true);
    world.remove(entity, Burning);
    world.despawn(entity);
    expect(log).toEqual([
      "beforeSpawn",
      "afterSpawn alive",
      "beforeAddComponent velocity alive",
      "afterAddComponent velocity alive",
      "beforeAddComponent paused alive",
      "afterAddComponent paused alive",
      "beforeRemoveComponent burning alive",
      "afterRemoveComponent burning alive",
      "beforeDespawn alive",
      "afterDespawn dead",
    ]);
  });

  it("that change nothing are not told", () => {
    const world = createWorld();
    const dead = world.spawn();
    world.despawn(dead);
    const entity = world.spawn({ position: {} });
    const log = record(world);
    expect(world.despawn(dead)).toBe(false);
    expect(world.remove(entity, Velocity)).toBe(false);
    expect(codeOf(() => world.add(entity, Position))).toBe("ComponentAlreadyPresent");
    expect(codeOf(() => world.add(dead, Position))).toBe("StaleEntity");
    expect(world.spawnMany(0)).toEqual([]);
    world.set(entity, Position, { x: 2 });
    expect(log).toEqual([]);
  });

  it("carry what is known", () => {
    const world = createWorld();
    const payloads: unknown[] = [];
    world.on(BeforeSpawn, (payload) => void payloads.push(payload));
    world.on(AfterSpawn, (payload) => void payloads.push(payload));
    const [first, second] = world.spawnMany(2, { velocity: {}, pinned: true, position: {} });
    const components = [Pinned, Position, Velocity];
    expect(payloads).toEqual([
      { components, count: 2 },
      { entity: first, components },
      { entity: second, components },
    ]);
  });

  it("can be cancelled: `despawn` and `remove` give back `false`, `spawn` and `add` throw", () => {
    const world = createWorld();
    const entity = world.spawn({ position: { x: 7 } });
    for (const type of [BeforeSpawn, BeforeDespawn, BeforeAddComponent, BeforeRemoveComponent])
      world.events.subscribePre(type as EventType, () => "cancel");
    expect(world.despawn(entity)).toBe(false);
    expect(world.remove(entity, Position)).toBe(false);
    expect(codeOf(() => world.spawn())).toBe("Cancelled");
    expect(codeOf(() => world.spawnMany(3, { position: {} }))).toBe("Cancelled");
    expect(codeOf(() => world.spawnMany(3, () => ({ position: {} })))).toBe("Cancelled");
    expect(codeOf(() => world.add(entity, Velocity))).toBe("Cancelled");
    expect(world.entityCount).toBe(1);
    expect(world.get(entity, Position)).toEqual({ x: 7, y: 0 });
    expect(world.has(entity, Velocity)).toBe(false);
  });

  it("leave nothing of an entity at an index of its own, when one handler throws and another cancels", () => {
    const world = createWorld();
    const refusing = [
      world.events.subscribePre(BeforeSpawn, () => {
        throw new Error("no");
      }),
      world.events.subscribePre(BeforeSpawn, () => "cancel"),
    ];
    expect(codeOf(() => world.batches.spawnAt(3, [[Position]]))).toBe("HandlerFailed");
    expect(world.entityCount).toBe(0);
    for (const each of refusing) world.events.unsubscribe(each);
    expect(world.isAlive(world.batches.spawnAt(3, [[Position]]))).toBe(true);
    expect(world.validate()).toEqual([]);
  });

  it("are not told after, when they were cancelled", () => {
    const world = createWorld();
    const entity = world.spawn();
    const log = record(world);
    world.events.subscribePre(BeforeDespawn, () => "cancel");
    world.despawn(entity);
    expect(log).toEqual([]);
  });

  it("of `clear` tell after each end, and cannot be cancelled", () => {
    const world = createWorld();
    const [first, second] = world.spawnMany(2, { position: {} });
    world.commands.spawn();
    const ended: unknown[] = [];
    world.events.subscribePre(BeforeDespawn, () => "cancel");
    world.on(AfterDespawn, ({ entity }) => void ended.push(entity));
    world.clear();
    expect(ended).toEqual([first, second]);
    expect(world.entityCount).toBe(0);
  });
});

describe("queued changes", () => {
  it("are told when they are applied", () => {
    const world = createWorld();
    const log = record(world);
    const entity = world.commands.spawn({ position: {} });
    world.commands.add(entity, Velocity);
    world.commands.set(entity, Velocity, { x: 2 });
    world.commands.remove(entity, Position);
    world.commands.despawn(entity);
    expect(log).toEqual([]);
    world.flush();
    expect(log).toEqual([
      "beforeSpawn",
      "afterSpawn alive",
      "beforeAddComponent velocity alive",
      "afterAddComponent velocity alive",
      "beforeRemoveComponent position alive",
      "afterRemoveComponent position alive",
      "beforeDespawn alive",
      "afterDespawn dead",
    ]);
  });

  it("are dropped when they are cancelled, and what depends on them with them", () => {
    const world = createWorld();
    const old = world.spawn({ position: {} });
    for (const type of [BeforeSpawn, BeforeDespawn, BeforeAddComponent, BeforeRemoveComponent])
      world.events.subscribePre(type as EventType, () => "cancel");
    const young = world.commands.spawn({ position: {} });
    world.commands.add(young, Velocity);
    world.commands.add(old, Velocity);
    world.commands.remove(old, Position);
    world.commands.despawn(old);
    world.flush();
    expect(world.isAlive(young)).toBe(false);
    expect(world.entityCount).toBe(1);
    expect(world.has(old, Position)).toBe(true);
    expect(world.has(old, Velocity)).toBe(false);
  });
});

describe("changes made by handlers", () => {
  it("wait until the change is over, in order", () => {
    const world = createWorld();
    const log: string[] = [];
    world.on(AfterSpawn, ({ entity }) => {
      world.add(entity, Velocity, { x: 5 });
      log.push(`velocity ${world.has(entity, Velocity)}`);
    });
    world.on(AfterSpawn, () => void log.push("second"));
    world.on(AfterAddComponent, ({ component }) => void log.push(`added ${component.key}`));
    const entity = world.spawn();
    expect(log).toEqual(["velocity false", "second", "added velocity"]);
    expect(world.get(entity, Velocity)?.x).toBe(5);
  });

  it("cannot disturb a batch that is being told", () => {
    const world = createWorld();
    const told: boolean[] = [];
    const spawned: number[] = [];
    world.on(AfterSpawn, ({ entity }) => {
      told.push(world.isAlive(entity));
      spawned.push(entity);
      for (const each of spawned) world.despawn(each as never);
    });
    world.spawnMany(3, (index) => ({ position: { x: index } }));
    expect(told).toEqual([true, true, true]);
    expect(world.entityCount).toBe(0);
  });

  it("are bounded, with an error that prints the chain", () => {
    const world = createWorld({ maxEventDepth: 3 });
    world.on(AfterSpawn, () => void world.spawn());
    expect(codeOf(() => world.spawn())).toBe("HandlerFailed");
    expect(() => world.spawn()).toThrow("`ecs.AfterSpawn` → `ecs.AfterSpawn` → `ecs.AfterSpawn`");
    expect(world.entityCount).toBe(6);
  });

  it("may not be asked for between loops only", () => {
    const world = createWorld();
    const codes: string[] = [];
    world.on(
      AfterSpawn,
      () =>
        void codes.push(
          codeOf(() => world.flush()),
          codeOf(() => world.step(1)),
        ),
    );
    world.spawn();
    expect(codes).toEqual(["WhileIterating", "WhileIterating"]);
  });
});

describe("errors of handlers", () => {
  it("come after the change, which was made", () => {
    const world = createWorld();
    world.on(AfterSpawn, () => {
      throw new Error("boom");
    });
    let told = 0;
    world.on(AfterSpawn, () => void told++);
    expect(codeOf(() => world.spawn())).toBe("HandlerFailed");
    expect(told).toBe(1);
    expect(world.entityCount).toBe(1);
  });

  it("come together with the refusal of the change", () => {
    const world = createWorld();
    world.events.subscribePre(BeforeSpawn, () => {
      throw new Error("boom");
    });
    world.events.subscribePre(BeforeSpawn, () => "cancel");
    const error = (() => {
      try {
        return world.spawn();
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toMatchObject({ code: "HandlerFailed", errors: [new Error("boom"), { code: "Cancelled" }] });
    expect(world.entityCount).toBe(0);
  });

  it("keep no command from being applied", () => {
    const world = createWorld();
    world.on(AfterSpawn, () => {
      throw new Error("boom");
    });
    world.commands.spawn();
    world.commands.spawn();
    const error = (() => {
      try {
        return world.flush();
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toMatchObject({ errors: [new Error("boom"), new Error("boom")] });
    expect(world.commands.waiting).toBe(0);
    expect(world.entityCount).toBe(2);
  });
});

describe("system runs", () => {
  it("are told around a run, and can be cancelled", () => {
    const world = createWorld();
    const log: string[] = [];
    expect(world.events.$watchesRuns).toBe(false);
    world.on(AfterSystemRun, ({ system }) => void log.push(`after ${system}`));
    world.events.subscribePre(BeforeSystemRun, ({ system }) => (system === "b" ? "cancel" : undefined));
    expect(world.events.$watchesRuns).toBe(true);
    expect(world.events.$runSystem("a", () => void log.push("a"))).toBe(true);
    expect(world.events.$runSystem("b", () => void log.push("b"))).toBe(false);
    expect(log).toEqual(["a", "after a"]);
    world.events.unsubscribeAll(AfterSystemRun);
    world.events.unsubscribeAll(BeforeSystemRun);
    expect(world.events.$watchesRuns).toBe(false);
  });
});

describe("built-in events", () => {
  it("are published by the world alone, and not kept for readers", () => {
    const world = createWorld();
    expect(codeOf(() => world.emit(AfterSpawn))).toBe("InvalidArgument");
    expect(codeOf(() => world.writer(AfterSpawn).emit())).toBe("InvalidArgument");
    expect(codeOf(() => world.reader(AfterSpawn))).toBe("InvalidArgument");
    expect(codeOf(() => world.emit({ ...AfterSpawn }))).toBe("UnknownEvent");
    world.spawn();
    expect(world.events.size).toBe(0);
  });

  it("have ids of their own", () => {
    const all = [...structural, BeforeSystemRun, AfterSystemRun];
    expect(new Set(all.map(({ id }) => id)).size).toBe(10);
    expect(all.map(({ index }) => index)).toEqual(all.map((_type, place) => -1 - place));
  });

  it("of one world are not heard in another", () => {
    const [one, other] = [createWorld(), createWorld()];
    let heard = 0;
    one.on(AfterSpawn, () => void heard++);
    other.spawn();
    expect(heard).toBe(0);
    one.emit(Hit);
    one.spawn();
    expect(heard).toBe(1);
  });
});
