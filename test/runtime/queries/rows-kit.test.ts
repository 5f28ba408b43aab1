// Functions that take what changed as whole queries: what each finds is what a query for changes finds that runs as often.
import { fileURLToPath } from "node:url";
import { generate } from "ecsgen";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChangeFilter, ComponentType, Entity } from "ecsgen/runtime";
import {
  createWorld,
  Heat,
  Log,
  Paused,
  Pinned,
  Position,
  Velocity,
  type Components,
  type World,
} from "./rows-kit/generated/index.js";

type Action = (world: World, entity: Entity) => void;

const x = fc.integer({ min: -9, max: 9 }).map((value) => ({ x: value }));
const init: fc.Arbitrary<Components> = fc.record(
  {
    position: x,
    velocity: x,
    heat: fc.constant({ degrees: 1 }),
    pinned: fc.constant(true as const),
    paused: fc.constant(true as const),
  },
  { requiredKeys: [] },
);
const types = fc.constantFrom<ComponentType>(Position, Velocity, Heat, Pinned, Paused);
const action: fc.Arbitrary<Action> = fc.oneof(
  types.map(
    (type): Action =>
      (world, entity) =>
        void (world.has(entity, type) ? world.remove(entity, type) : world.add(entity, type)),
  ),
  x.map(
    (value): Action =>
      (world, entity) =>
        void (world.has(entity, Position) && world.set(entity, Position, value)),
  ),
  fc.constant<Action>((world, entity) => void world.despawn(entity)),
  init.map(
    (each): Action =>
      (world) =>
        void world.spawn(each),
  ),
);
const rounds = fc.array(fc.array(fc.tuple(action, fc.nat(9)), { maxLength: 6 }), { minLength: 1, maxLength: 5 });

function act(world: World, actions: readonly (readonly [Action, number])[]): void {
  for (const [run, n] of actions) {
    const living = world.entities.living();
    const entity = living[n % Math.max(living.length, 1)];
    if (entity !== undefined) run(world, entity);
  }
}

/** What a function of the schedule told in its last run. */
function told(world: World, word: string): string[] {
  return world.resource(Log).lines.filter((line) => line.startsWith(`${word} `));
}

function only(world: World, line: "settle" | "echo" | "free" | "compare"): void {
  for (const each of ["settle", "echo", "free", "compare"] as const) {
    if (each !== line) world.schedule.disable(each);
  }
}

/** Each step is compared with a query that runs right before it. */
function compared(line: "echo" | "free", asked: readonly (readonly [word: string, filter: ChangeFilter])[]): void {
  fc.assert(
    fc.property(fc.array(init, { maxLength: 8 }), rounds, (inits, all) => {
      const world = createWorld();
      only(world, line);
      const queries = asked.map(([word, filter]) => [word, world.tracking.query(filter)] as const);
      for (const each of inits) world.spawn(each);
      for (const actions of all) {
        const expected = queries.map(([word, query]) =>
          query.run(() => query.entities().map((entity) => `${word} ${entity}`)),
        );
        world.resource(Log).lines = [];
        world.step(0);
        expect(queries.map(([word]) => told(world, word))).toEqual(expected);
        expect(told(world, "lost")).toEqual([]);
        act(world, actions);
      }
    }),
    { numRuns: 60 },
  );
}

describe("whole queries for changes", () => {
  it("find what was written since the line ran last", () => {
    compared("echo", [["echo", { all: [Position], changed: [Position] }]]);
  });

  it("find what was taken away and what was added, each on its own", () => {
    compared("free", [
      ["free", { all: [Position], none: [Paused], removed: [Pinned] }],
      ["hot", { all: [Heat], added: [Heat] }],
    ]);
  });

  it("make pairs of what changed alone", () => {
    const world = createWorld();
    only(world, "echo");
    const [a, b, c] = world.spawnMany(3, { position: {} });
    world.step(0);
    expect(told(world, "two")).toHaveLength(3);
    world.resource(Log).lines = [];
    for (const entity of [a, c]) if (entity !== undefined) world.set(entity, Position, { x: 4 });
    world.step(0);
    expect(world.resource(Log).lines).toEqual([`echo ${a}`, `echo ${c}`, `two ${a} ${c}`]);
    expect(b).toBeDefined();
  });

  it("do not see again what the function wrote, which others do", () => {
    const world = createWorld();
    const ship = world.spawn({ position: { x: 1 } });
    for (let step = 0; step < 3; step++) world.step(0);
    expect(world.get(ship, Position)).toEqual({ x: 2 });
    expect(told(world, "echo")).toEqual([`echo ${ship}`]);
  });

  it("share a run with the line that asks for changes as well", () => {
    const world = createWorld();
    only(world, "compare");
    const ship = world.spawn({ velocity: { x: 1 }, paused: true });
    for (let step = 0; step < 3; step++) world.step(0);
    expect(told(world, "compare")).toEqual([`compare ${ship} ${ship}`]);
    expect(world.get(ship, Velocity)).toEqual({ x: 3 });
  });

  it("remember of a facade when it was called last", () => {
    const world = createWorld();
    const ship = world.spawn({ position: {} });
    expect(world.watch.watching.look()).toBe(1);
    expect(world.watch.watching.look()).toBe(0);
    world.set(ship, Position, { x: 4 });
    expect([world.watch.watching.look(), world.watch.watching.look()]).toEqual([1, 0]);
  });

  it("are generated from their schema", async () => {
    const root = fileURLToPath(new URL("rows-kit", import.meta.url));
    const result = await generate(root, { mode: "check", cache: false });
    expect(result).toMatchObject({ created: [], changed: [], removed: [], diagnostics: [] });
  });
});
