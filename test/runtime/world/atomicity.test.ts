// A call that fails has changed nothing: worlds with too little memory, run by random scripts.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allComponents } from "../kit/all-components.js";
import * as kit from "../kit/generated/index.js";
import { InitError, unreadable } from "../properties/failures.js";
import { quietSteps } from "../properties/operations/all.js";
import { Stage } from "../properties/stage.js";

/** Everything that can be seen of a world: entities in order, with all they have, and who is found in which order. */
function contentOf(world: kit.World): unknown {
  const rows = world
    .query({})
    .entities()
    .map((entity) => [entity, allComponents.map((type) => world.get(entity, type))]);
  const orders = allComponents.map((type) => world.query({ all: [type] }).entities());
  return { rows, orders, count: world.entityCount, waiting: world.commands.waiting };
}

function codeOf(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error instanceof InitError ? "InitError" : Reflect.get(Object(error), "code");
  }
  return undefined;
}

function someWorld(): { world: kit.World; first: kit.Entity } {
  const world = kit.createWorld();
  const [first] = world.spawnMany(5, (index) => ({
    position: { x: index },
    label: { text: `${index}` },
    chosen: true,
  }));
  world.spawnMany(3, { burning: { heat: 9 }, paused: true, link: {} });
  world.add(first, kit.Wet, { depth: 3 });
  return { world, first };
}

describe("an initialiser that throws leaves all as it was in", () => {
  const broken = unreadable("cause", { heat: 1 });
  it.each<readonly [string, (world: kit.World, first: kit.Entity) => unknown]>([
    ["spawn", (world) => world.spawn({ position: {}, wet: {}, seen: true, burning: broken })],
    ["spawn, in the table", (world) => world.spawn({ burning: {}, label: {}, velocity: unreadable("y") })],
    ["spawnMany", (world) => world.spawnMany(100, { position: {}, wet: {}, seen: true, burning: broken })],
    ["spawnMany with a function", (world) => world.spawnMany(9, (i) => (i < 7 ? { wet: {} } : { burning: broken }))],
    ["spawnMany with a function that throws", (world) => world.spawnMany(9, throwAt(5))],
    ["add", (world, first) => world.add(first, kit.Velocity, unreadable("y"))],
    ["add of values that are no columns", (world, first) => world.add(first, kit.Body, unreadable("weights"))],
    ["add, sparse", (world, first) => world.add(first, kit.Burning, broken)],
    ["batches.add", (world, first) => world.batches.add(first, [[kit.Paused], [kit.Body], [kit.Burning, broken]])],
    [
      "batches.add, in the table",
      (world, first) => world.batches.add(first, [[kit.Body], [kit.Link, unreadable("to")]]),
    ],
    ["batches.spawnAt", (world) => world.batches.spawnAt(50, [[kit.Wet], [kit.Burning, broken]])],
    ["batches.replace", (world, first) => world.batches.replace(first, kit.Label, unreadable("raw", { text: "no" }))],
    ["set", (world, first) => world.set(first, kit.Position, unreadable("y", { x: 99 }))],
    [
      "set of values that are no columns",
      (world, first) => world.set(first, kit.Label, unreadable("raw", { text: "no" })),
    ],
    ["commands.spawn", (world) => world.commands.spawn({ position: {}, burning: broken })],
    ["commands.add", (world, first) => world.commands.add(first, kit.Burning, broken)],
    ["commands.set", (world, first) => world.commands.set(first, kit.Position, unreadable("x"))],
  ])("%s", (_name, call) => {
    const { world, first } = someWorld();
    const before = contentOf(world);
    expect(codeOf(() => call(world, first))).toBe("InitError");
    expect(contentOf(world)).toEqual(before);
  });

  it("in a handler that a call of the program is in, where changes wait", () => {
    const { world, first } = someWorld();
    const before = contentOf(world);
    const failed: unknown[] = [];
    world.observers.observe(kit.Seen, {
      added: () => {
        failed.push(codeOf(() => world.batches.add(first, [[kit.Body], [kit.Burning, broken]])));
        failed.push(codeOf(() => world.batches.spawnAt(60, [[kit.Burning, broken]])));
        failed.push(codeOf(() => world.spawnMany(3, throwAt(2))));
      },
    });
    world.add(first, kit.Seen);
    world.remove(first, kit.Seen);
    expect(failed).toEqual(["InitError", "InitError", "InitError"]);
    expect(contentOf(world)).toEqual(before);
    expect(world.validate()).toEqual([]);
  });

  it("a row that is written while another one is, each of which keeps what it held", () => {
    const world = kit.createWorld();
    const depth = 200;
    const entities = world.spawnMany(depth, (index) => ({ numbers: { f32: index, i64: BigInt(index), u8: index } }));
    const before = contentOf(world);
    const written = (place: number): object => ({
      f32: 0.5,
      i64: 7n,
      get u8(): number {
        if (place + 1 === depth) throw new InitError("the last one");
        world.set(entities[place + 1], kit.Numbers, written(place + 1));
        return 9;
      },
    });
    expect(codeOf(() => world.set(entities[0], kit.Numbers, written(0)))).toBe("InitError");
    expect(contentOf(world)).toEqual(before);
  });

  it("an edge, whether it is new or written again", () => {
    const { world, first } = someWorld();
    const other = world.spawn();
    const add = (): void => world.relations.add(first, kit.Likes, other, unreadable("note", { amount: 9 }));
    expect(codeOf(add)).toBe("InitError");
    expect(world.relations.count(kit.Likes)).toBe(0);
    world.relations.add(first, kit.Likes, other, { amount: 2, note: "so" });
    expect(codeOf(add)).toBe("InitError");
    const set = (): void => world.relations.set(first, kit.Likes, other, unreadable("note", { amount: 9 }));
    expect(codeOf(set)).toBe("InitError");
    expect(world.relations.get(first, kit.Likes, other)).toEqual({ amount: 2, note: "so", why: undefined });
  });

  it("spawnMany with a function inside of a loop", () => {
    const { world } = someWorld();
    const before = contentOf(world);
    const spawnInLoop = (): void => world.select([kit.Position]).each(() => world.spawnMany(9, throwAt(5)));
    expect(codeOf(spawnInLoop)).toBe("InitError");
    world.flush();
    expect(contentOf(world)).toEqual(before);
  });
});

function throwAt(last: number): (index: number) => kit.Components {
  return (index) => {
    if (index === last) throw new InitError("function");
    return { position: { x: index } };
  };
}

describe("a batch of entities to despawn", () => {
  it("stays whole when a relation refuses the end of one of them", () => {
    const { world, first } = someWorld();
    const [held, holder] = world.spawnMany(2);
    world.relations.add(holder, kit.Holds, held);
    const before = contentOf(world);
    expect(codeOf(() => world.batches.despawn([first, held]))).toBe("RelationRefused");
    expect(contentOf(world)).toEqual(before);
    expect(world.batches.despawn([first, held, holder])).toBe(3);
  });

  it("counts each that was among them once, also what another one took with it", () => {
    const { world } = someWorld();
    const [cart, wheel, spoke] = world.spawnMany(3);
    world.relations.add(wheel, kit.ChildOf, cart);
    world.relations.add(spoke, kit.ChildOf, wheel);
    expect(world.batches.despawn([cart, wheel, cart])).toBe(2);
    expect(world.isAlive(spoke)).toBe(false);
  });

  it("says what it cannot end, and because of whom", () => {
    const { world } = someWorld();
    const [cart, wheel, holder] = world.spawnMany(3);
    world.relations.add(wheel, kit.ChildOf, cart);
    world.relations.add(holder, kit.Holds, wheel);
    expect(() => world.batches.despawn([cart])).toThrow(/entity 9 .* would end with entity 8 .* from entity 10/);
  });
});

it("counts right after entities were counted while they were spawned, and were taken back", () => {
  const world = kit.createWorld();
  const query = world.query({ all: [kit.Position] });
  const asking = Object.defineProperty({}, "x", {
    enumerable: true,
    get: () => {
      query.count();
      throw new InitError("x");
    },
  });
  world.spawn({ position: {} });
  world.spawn(); // since the last count, something came
  expect(codeOf(() => world.spawnMany(3, { position: asking }))).toBe("InitError");
  expect([query.count(), query.entities().length]).toEqual([1, 1]);
});

it("goes on when the one who is told of errors throws itself, and reports both", () => {
  const world = kit.createWorld({
    onHandlerError: () => {
      throw new Error("no log");
    },
  });
  const told: string[] = [];
  const throws = (): void => {
    throw new Error("first");
  };
  world.observers.observe(kit.Position, { added: throws });
  world.observers.observe(kit.Position, { added: () => told.push("second") });
  expect(() => world.spawnMany(2, () => ({ position: {} }))).toThrow(/first[^]*no log[^]*first[^]*no log/);
  expect([world.entityCount, told]).toEqual([2, ["second", "second"]]);
});

describe("a full world leaves all as it was in", () => {
  it.each<readonly [string, (world: kit.World) => unknown]>([
    ["spawn", (world) => world.spawn({ position: {} })],
    ["spawnMany", (world) => world.spawnMany(2)],
    ["spawnMany with a function", (world) => world.spawnMany(2, () => ({ wet: {} }))],
    ["commands.spawn", (world) => world.commands.spawn()],
  ])("%s", (_name, call) => {
    const world = kit.createWorld({ maxEntities: 3 });
    world.spawnMany(2, { position: { x: 1 } });
    world.commands.spawn({ wet: {} });
    const before = contentOf(world);
    expect(codeOf(() => call(world))).toBe("EntityLimit");
    expect(contentOf(world)).toEqual(before);
  });

  it("spawnMany inside of a loop, whose first entities would have fit", () => {
    const world = kit.createWorld({ maxEntities: 5 });
    world.spawnMany(3, { position: {} });
    expect(codeOf(() => world.select([kit.Position]).each(() => world.spawnMany(3)))).toBe("EntityLimit");
    world.flush();
    expect(world.entityCount).toBe(3);
  });
});

it("changes nothing when the arena is full, whatever was asked for", () => {
  let full = 0;
  const scripts = fc.array(quietSteps, { maxLength: 120, size: "max" });
  const property = fc.property(scripts, fc.integer({ min: 1000, max: 9000 }), (script, maxBytes) => {
    const world = kit.createWorld({ memory: { initialBytes: 0, maxBytes } });
    const stage = new Stage([world, world]);
    for (const step of script) {
      const before = contentOf(world);
      const code = codeOf(() => step.run(stage));
      const gaveBack = stage.log.splice(0).at(-1);
      expect(world.memory.buffer.byteLength).toBeLessThanOrEqual(maxBytes);
      if (code !== undefined) throw new Error(`${step.toString()} let ${String(code)} through`);
      // Calls that apply what waited, and steps, have done a part of their work when memory ends.
      if (gaveBack !== "throws ArenaFull" || /flush|step|each/.test(step.toString())) continue;
      full++;
      expect({ after: step.toString(), is: contentOf(world) }).toEqual({ after: step.toString(), is: before });
    }
  });
  fc.assert(property, { numRuns: 40 });
  expect(full).toBeGreaterThan(50);
});
