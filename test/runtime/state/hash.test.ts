// The hash says whether two worlds are in the same state: no more, and no less.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexOf, type World } from "ecsgen/runtime";
import * as fields from "../../cases/emit/fields/generated/index.js";
import * as kit from "../kit/generated/index.js";
import * as related from "../relations/kit/generated/index.js";
import { fullWorlds } from "./forge.js";
import { appOf, play, scripts, type App } from "./worlds.js";

const apps: readonly (readonly [string, App])[] = [
  ["every way of storing", appOf(kit)],
  ["every kind of field", appOf(fields)],
  ["every kind of relation", appOf(related)],
];

/** What the hash is to tell apart, as text: entities by index with what they have, edges, resources. */
function stateOf(world: World, app: App): string {
  const entities = world.entities.living().map((entity) => [
    entity,
    ...app.components.map((type) => (world.has(entity, type) ? world.get(entity, type) : null)),
    ...app.relations.map((type) => {
      const targets = [...world.relations.targets(entity, type)].sort((a, b) => a - b);
      return targets.map((target) => [target, world.relations.get(entity, type, target)]);
    }),
  ]);
  const resources = app.resources
    .filter(({ clock }) => !clock)
    .map((type) => world.resources.find<unknown>(type) ?? null);
  return JSON.stringify([entities, resources], (name, value: unknown) => {
    if (name === "handle" || name === "surface" || value === undefined) return "absent";
    if (typeof value === "number") return `${value}`; // `-0` as `0`, and all NaN alike
    if (typeof value === "bigint") return `${value}n`;
    if (value instanceof Map) return [...value];
    return value instanceof Uint8Array ? [...value] : value;
  });
}

/** The world of a text whose lists are in another order: tables, rows, edges, sparse rows. */
function shuffled(world: World, app: App, random: () => number): World {
  const document = JSON.parse(new TextDecoder().decode(world.state.save("json")));
  const shuffle = (list: unknown[]): void => {
    for (let i = list.length - 1; i > 0; i--) {
      const other = Math.floor(random() * (i + 1));
      [list[i], list[other]] = [list[other], list[i]];
    }
  };
  shuffle(document.tables);
  shuffle(document.entities);
  shuffle(document.ids.free);
  for (const list of Object.values<unknown[]>(document.sparse)) shuffle(list);
  for (const edges of Object.values<{ edges: unknown[]; order?: unknown }>(document.relations)) {
    delete edges.order;
    shuffle(edges.edges);
  }
  const other = app.make();
  other.state.load(new TextEncoder().encode(JSON.stringify(document)));
  return other;
}

describe.each(apps)("the hash of a world with %s", (_, app) => {
  it("comes back from saves, snapshots and copies, and from any order", () => {
    for (const [number, world] of fullWorlds(app).entries()) {
      const hash = world.state.hash();
      for (const format of ["binary", "json"] as const) {
        const other = app.make();
        other.state.load(world.state.save(format));
        expect(other.state.hash()).toBe(hash);
      }
      expect(world.copy().state.hash()).toBe(hash);
      let seed = number + 1;
      const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
      expect(shuffled(world, app, random).state.hash()).toBe(hash);
    }
  });

  it("is another one whenever the state is, and only then", () => {
    const [full] = fullWorlds(app);
    let same = 0;
    fc.assert(
      fc.property(scripts(app, 3), (script) => {
        const world = full?.copy() ?? app.make();
        const before = { hash: world.state.hash(), state: stateOf(world, app) };
        play(script, world, world.entities.living());
        const after = { hash: world.state.hash(), state: stateOf(world, app) };
        if (after.state === before.state) same++;
        expect(after.hash === before.hash).toBe(after.state === before.state);
      }),
      { numRuns: 300 },
    );
    expect(same).toBeGreaterThan(0);
  });

  it("does not count in which table an entity was before", () => {
    const [world = app.make()] = fullWorlds(app);
    const hash = world.state.hash();
    for (const entity of world.entities.living()) {
      for (const type of app.components.filter((each) => !world.has(entity, each))) {
        world.add(entity, type);
        expect(world.state.hash()).not.toBe(hash);
        world.remove(entity, type);
      }
    }
    expect(world.state.hash()).toBe(hash);
  });
});

describe("the hash", () => {
  it("takes numbers that are equal for the same, and tells all others apart", () => {
    const world = kit.createWorld();
    const entity = world.spawn({ numbers: {} });
    const hashWith = (init: kit.NumbersInit): bigint => {
      world.set(entity, kit.Numbers, init);
      return world.state.hash();
    };
    const zero = hashWith({ f32: 0, f64: 0 });
    expect(hashWith({ f32: -0, f64: -0 })).toBe(zero);
    const none = hashWith({ f32: Number.NaN, f64: Number.NaN });
    const payload = new Float64Array(Uint32Array.of(7, 0xfff8_0001).buffer)[0];
    expect(hashWith({ f64: payload ?? 0 })).toBe(none);
    const infinite = hashWith({ f64: Infinity });
    expect(new Set([zero, none, infinite, hashWith({ f64: Number.MIN_VALUE }), hashWith({ f64: 2 ** 53 })]).size).toBe(
      5,
    );
    expect(hashWith({ i64: 1n << 40n })).not.toBe(hashWith({ i64: 1n << 8n }));
  });

  it("tells absent from zero, and does not look at what an absent value left behind", () => {
    const world = kit.createWorld();
    const entity = world.spawn({ link: { strength: undefined } });
    const absent = world.state.hash();
    world.set(entity, kit.Link, { strength: 0 });
    expect(world.state.hash()).not.toBe(absent);
    world.set(entity, kit.Link, { strength: 9 });
    world.set(entity, kit.Link, { strength: undefined });
    expect(world.state.hash()).toBe(absent);
    const table = world.query({ all: [kit.Link] }).tables[0];
    table?.column<Float32Array>(table.firstColumn(kit.Link.index) + 4).fill(5);
    expect(world.state.hash()).toBe(absent);
  });

  it("leaves out objects of the host, clocks, models and which ids come next", () => {
    const world = kit.createWorld();
    const entity = world.spawn({ label: { text: "a" } });
    const hash = world.state.hash();
    world.set(entity, kit.Label, { handle: { name: "on" } });
    world.step(1);
    world.pool(kit.Screen).create({ title: "main" });
    world.despawn(world.spawn());
    expect(world.state.hash()).toBe(hash);
  });

  it("has no two alike among many states that differ a little", () => {
    const world = kit.createWorld();
    const [first, second] = world.spawnMany(2, { position: {}, numbers: {} });
    const hashes = new Set<bigint>();
    for (let i = 0; i < 20_000; i++) {
      const entity = i % 2 === 0 ? first : second;
      if (i % 4 < 2) world.set(entity, kit.Numbers, { i32: i });
      else world.set(entity, kit.Position, { x: i, y: (i * 7) % 64 });
      hashes.add(world.state.hash());
    }
    expect(hashes.size).toBe(20_000);
    // In each half there may be a collision by chance: one for 2³² / 20,000² is expected a tenth of the time.
    for (const half of [0n, 32n]) {
      const halves = new Set(Array.from(hashes, (hash) => BigInt.asUintN(32, hash >> half)));
      expect(halves.size).toBeGreaterThan(19_996);
    }
  });

  it("changes half of its bits with any one bit", () => {
    const world = kit.createWorld();
    const entity = world.spawn({ numbers: {} });
    const zero = world.state.hash();
    let turned = 0;
    for (let bit = 0; bit < 32; bit++) {
      world.set(entity, kit.Numbers, { u32: 2 ** bit });
      turned += (world.state.hash() ^ zero).toString(2).replaceAll("0", "").length;
    }
    expect(turned / 32).toBeGreaterThan(28);
    expect(turned / 32).toBeLessThan(36);
  });

  it("is the sum over more rows than are mixed at once", () => {
    const world = kit.createWorld();
    const all = world.spawnMany(5000, (i) => ({
      position: { x: i },
      label: { text: `${i}` },
      burning: {},
      paused: true,
    }));
    const hash = world.state.hash();
    for (const entity of [all[1023], all[1024], all[4999]]) {
      world.set(entity ?? kit.NO_ENTITY, kit.Label, { text: "other" });
      expect(world.state.hash()).not.toBe(hash);
      world.set(entity ?? kit.NO_ENTITY, kit.Label, { text: `${indexOf(entity ?? kit.NO_ENTITY)}` });
      expect(world.state.hash()).toBe(hash);
    }
  });

  it("does not count a value twice away: two entities that swap what they have are another state", () => {
    const world = kit.createWorld();
    const [first, second] = [world.spawn({ position: { x: 1 } }), world.spawn({ position: { x: 2 } })];
    const hash = world.state.hash();
    world.set(first, kit.Position, { x: 2 });
    world.set(second, kit.Position, { x: 1 });
    expect(world.state.hash()).not.toBe(hash);
  });

  it("refuses a value that is not of its type, and the midst of a loop", () => {
    const world = kit.createWorld();
    world.spawn({ label: JSON.parse('{ "text": 5 }') });
    expect(() => world.state.hash()).toThrow(/`app\.Label\.text` is 5, where its schema asks for a text of entity 0/);
    const hashInside = (): void => world.select([kit.Label]).each(() => world.state.hash());
    expect(hashInside).toThrow(/a loop or a change is under way/);
  });
});
