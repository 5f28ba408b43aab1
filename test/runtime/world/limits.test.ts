// Whatever limit a change meets, and wherever it meets it, the world is as it was before, and whoever watches was told of
// nothing, or of both: that something came, and that it went.
import { describe, expect, it } from "vitest";
import {
  BeforeAddComponent,
  BeforeDespawn,
  BeforeRemoveComponent,
  BeforeSpawn,
  type ComponentType,
} from "ecsgen/runtime";
import { allComponents } from "../kit/all-components.js";
import * as kit from "../kit/generated/index.js";
import { InitError, unreadable } from "../properties/failures.js";
import { appOf, pictureOf } from "../state/worlds.js";

const app = appOf(kit);

interface Prepared {
  readonly world: kit.World;
  readonly first: kit.Entity;
  readonly second: kit.Entity;
}

type Options = Parameters<typeof kit.createWorld>[0];

function prepare(options: Options): Prepared {
  const world = kit.createWorld(options);
  const [first, second] = world.spawnMany(2, { position: { x: 1 }, label: { text: "one" }, seen: true });
  world.spawnMany(2, (index) => ({ burning: { heat: index }, chosen: true }));
  world.despawn(world.spawn({ velocity: {} }));
  world.relations.add(first, kit.Likes, second, { amount: 3 });
  return { world, first, second };
}

/** Where more is to come from. */
function another(): kit.World {
  const other = kit.createWorld();
  const spawned = other.spawnMany(17, (index) => ({ position: { x: index }, burning: {}, link: {}, label: {} }));
  for (const entity of spawned) other.relations.add(entity, kit.Likes, spawned[0] ?? kit.NO_ENTITY, { note: "you" });
  return other;
}

const other = another();
const [binary, json, entities] = [
  other.state.save("binary"),
  other.state.save("json"),
  other.state.saveEntities(other.entities.living(), "binary"),
];

const many: kit.Components = { position: {}, burning: {}, numbers: {}, label: {}, wet: {}, paused: true };

/** Changes of many things; each needs memory, entities, or both. */
const changes: readonly (readonly [string, (prepared: Prepared) => unknown])[] = [
  ["spawn", ({ world }) => world.spawn(many)],
  ["spawnMany", ({ world }) => world.spawnMany(17, many)],
  ["spawnMany, each", ({ world }) => world.spawnMany(18, (i) => (i % 2 === 0 ? many : { body: {}, burning: {} }))],
  ["batches.spawn", ({ world }) => world.batches.spawn([[[kit.Body], [kit.Burning]], [], [[kit.Numbers], [kit.Wet]]])],
  ["batches.spawnAt", ({ world }) => world.batches.spawnAt(90, [[kit.Numbers], [kit.Wet], [kit.Paused]])],
  ["add", ({ world, first }) => world.add(first, kit.Body)],
  ["add, sparse", ({ world, first }) => world.add(first, kit.Wet)],
  ["batches.add", ({ world, first }) => world.batches.add(first, [[kit.Wet], [kit.Chosen], [kit.Body], [kit.Numbers]])],
  ["batches.replace", ({ world, first }) => world.batches.replace(first, kit.Numbers, { i8: 3 })],
  ["remove", ({ world, first }) => world.remove(first, kit.Position)],
  ["batches.remove", ({ world, first }) => world.batches.remove(first, [kit.Seen, kit.Position, kit.Chosen])],
  ["relations.add", ({ world, first, second }) => world.relations.add(second, kit.AimsAt, first, { offset: { x: 1 } })],
  ["merge", ({ world }) => world.merge(other)],
  ["loadEntities", ({ world }) => world.state.loadEntities(entities)],
  ["load, binary", ({ world }) => world.state.load(binary)],
  ["load, json", ({ world }) => world.state.load(json)],
];

/** Counts what observers were told, by component: `added` up, `removed` down. */
function countTold(world: kit.World): () => readonly number[] {
  const counts = allComponents.map(() => 0);
  const count = (type: ComponentType, more: number): void => {
    counts[type.index] = (counts[type.index] ?? 0) + more;
  };
  for (const type of allComponents) {
    world.observers.observe(type, { added: () => count(type, 1), removed: () => count(type, -1) });
  }
  return () => counts;
}

function codeOf(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error instanceof InitError ? "InitError" : Reflect.get(Object(error), "code");
  }
  return undefined;
}

/** Tries a change under ever higher limits until it is made; before that, all is as it was. Gives back how often it failed. */
function tryLimits(
  change: (prepared: Prepared) => unknown,
  code: string,
  options: (limit: number) => Options,
  step: number,
  watched: boolean,
): number {
  let failures = 0;
  let limit = 0;
  while (codeOf(() => prepare(options(limit))) === code) limit += step;
  for (; ; limit += step) {
    const prepared = prepare(options(limit));
    const { world } = prepared;
    const told = watched ? countTold(world) : () => [];
    const before = pictureOf(world, app);
    const failed = codeOf(() => change(prepared));
    expect(world.validate()).toEqual([]);
    if (failed === undefined) return failures;
    expect(failed).toBe(code);
    expect(pictureOf(world, app)).toEqual(before);
    expect(told().every((count) => count === 0)).toBe(true);
    failures++;
  }
}

describe.each([false, true])("a world that is watched: %s", (watched) => {
  it.each(changes)("is as it was when its arena is too small for `%s`", (_name, change) => {
    const options = (maxBytes: number): Options => ({ memory: { initialBytes: 0, maxBytes } });
    expect(tryLimits(change, "ArenaFull", options, 128, watched)).toBeGreaterThan(0);
  });

  it.each(changes)("is as it was when it may not have the entities of `%s`", (_name, change) => {
    tryLimits(change, "EntityLimit", (maxEntities) => ({ maxEntities }), 1, watched);
  });
});

describe("a refusal", () => {
  const refused: readonly (readonly [string, (prepared: Prepared) => unknown])[] = [
    ["spawnMany, each", ({ world }) => world.spawnMany(5, () => many)],
    ["batches.spawn", ({ world }) => world.batches.spawn([[[kit.Body]], [], [[kit.Wet]], [[kit.Burning]]])],
    [
      "batches.add",
      ({ world, first }) => world.batches.add(first, [[kit.Wet], [kit.Chosen], [kit.Body], [kit.Paused]]),
    ],
  ];
  it.each(refused)("of any part of `%s` leaves all as it was", (_name, change) => {
    for (let nth = 1; ; nth++) {
      const prepared = prepare({});
      const { world } = prepared;
      const told = countTold(world);
      let asked = 0;
      const refuse = (): "cancel" | undefined => (++asked === nth ? "cancel" : undefined);
      world.events.subscribePre(BeforeSpawn, refuse);
      world.events.subscribePre(BeforeAddComponent, refuse);
      const before = pictureOf(world, app);
      const failed = codeOf(() => change(prepared));
      if (failed === undefined) return void expect(nth).toBeGreaterThan(3);
      expect(failed).toBe("Cancelled");
      expect(pictureOf(world, app)).toEqual(before);
      expect(world.validate()).toEqual([]);
      expect(told().every((count) => count === 0)).toBe(true);
    }
  });

  it("of taking one of several components away keeps that one alone", () => {
    const { world, first } = prepare({});
    const told = countTold(world);
    world.events.subscribePre(BeforeRemoveComponent, ({ component }) =>
      component === kit.Label ? "cancel" : undefined,
    );
    expect(world.batches.remove(first, [kit.Seen, kit.Label, kit.Position])).toBe(2);
    expect(world.batches.componentsOf(first)).toEqual([kit.Label]);
    expect([told()[kit.Label.index], told()[kit.Position.index]]).toEqual([0, -1]);
  });

  it("of despawning does not keep what a failed batch has made", () => {
    const { world } = prepare({});
    world.events.subscribePre(BeforeDespawn, () => "cancel");
    const before = pictureOf(world, app);
    expect(codeOf(() => world.spawnMany(4, (i) => (i < 3 ? {} : { wet: unreadable("depth") })))).toBe("InitError");
    expect(pictureOf(world, app)).toEqual(before);
  });
});
