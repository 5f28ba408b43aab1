// The generated worlds of the golden cases at work: what is spawned, set and scheduled behaves as the schema says.
import { describe, expect, it } from "vitest";
import * as fields from "../../cases/emit/fields/generated/index.js";
import {
  colliderValidator,
  flagsValidator,
  measuresValidator,
  settingsValidator,
} from "../../cases/emit/fields/generated/validators/app.js";
import * as loops from "../../cases/emit/loops/generated/index.js";
import * as motion from "../../cases/emit/motion/generated/index.js";
import * as names from "../../cases/emit/names/generated/index.js";

const { Arrays, Body, Burning, Collections, Collider, Flags, Hit, Measures, Paused, Pinned, Sprite, Target, Texts } =
  fields;
const { MaybeNumbers, NO_ENTITY, Score, Settings, Vectors, createWorld } = fields;

describe("components", () => {
  it("start with what the schema says", () => {
    const world = createWorld();
    const entity = world.spawn({ measures: {}, flags: {}, vectors: {}, arrays: {}, body: {}, texts: {} });
    expect(world.get(entity, Measures)).toEqual({
      temperature: 15,
      height: -0.25,
      tiny: -128,
      cover: 0,
      large: 1e21,
      small: Math.fround(1e-7),
      credit: -5n,
      stamp: 18446744073709551615n,
    });
    expect(world.get(entity, Flags)).toEqual({
      alive: false,
      ready: true,
      maybe: undefined,
      owner: NO_ENTITY,
      target: undefined,
      mood: "angry",
      state: "idle",
      lastState: undefined,
    });
    expect(world.get(entity, Vectors)).toEqual({
      place: { x: 0, y: 0, z: 0 },
      uv: { x: 0.5, y: 0.5 },
      color: { x: 0, y: 0, z: 0, w: 1 },
      rotation: { x: 0, y: 0, z: 0, w: 1 },
      exact: { xx: 0, yy: 0 },
      lattice: { a: 0n, b: 0n },
      pivot: undefined,
      turn: { x: 0, y: 1, z: 0, w: 0 },
    });
    expect(world.get(entity, Arrays)).toEqual({
      weights: [1, 0.5, 0, 0],
      bytes: [0, 0],
      ids: [0n, 0n],
      maybe: undefined,
    });
    expect(world.get(entity, Body)).toEqual({
      mass: 1,
      spin: { axis: { x: 0, y: 1, z: 2 }, speed: 3, locked: false, mode: "free", label: "" },
      drag: undefined,
    });
    expect(world.get(entity, Texts)).toEqual({
      name: "nobody",
      note: undefined,
      motto: "onwards",
      data: new Uint8Array(),
      key: new Uint8Array([1, 2, 255]),
      blob: undefined,
    });
  });

  it("start lists, maps, unions and objects with what the schema says", () => {
    const world = createWorld();
    const entity = world.spawn({ collections: {}, collider: {}, sprite: {}, maybeNumbers: {} });
    expect(world.get(entity, Collections)).toMatchObject({
      numbers: [],
      bigs: [1n, 2n],
      words: ["a", "b"],
      points: [
        { x: 1, y: 2 },
        { x: 3, y: 4 },
      ],
      stock: new Map([
        ["apple", 3],
        ["pear", 4],
      ]),
      maybe: undefined,
    });
    expect(world.get(entity, Collider)).toEqual({
      shape: { kind: "box", half: { x: 2, y: 2 }, corners: [] },
      fallback: undefined,
      layers: [],
    });
    expect(world.get(entity, Sprite)).toEqual({
      handle: undefined,
      textures: [],
      part: { handle: undefined, layer: 0 },
    });
    expect(world.get(entity, MaybeNumbers)).toEqual({
      ...Object.fromEntries(["f32", "f64", "i8", "i16", "i32", "u16", "u32", "i64"].map((name) => [name, undefined])),
      u8: 3,
      u64: 7n,
    });
  });

  it("take what is missing in a partial value from the defaults, and on `set` from what is there", () => {
    const world = createWorld();
    const entity = world.spawn({ body: { spin: { axis: { x: 5 }, label: "top" }, drag: { linear: 2 } } });
    expect(world.get(entity, Body)).toMatchObject({
      mass: 1,
      spin: { axis: { x: 5, y: 1, z: 2 }, speed: 3, label: "top" },
      drag: { linear: 2, offset: { x: 0, y: 0, z: 0 }, angular: undefined },
    });
    world.set(entity, Body, { spin: { axis: { y: 9 } }, drag: { angular: 1 } });
    expect(world.get(entity, Body)).toMatchObject({
      spin: { axis: { x: 5, y: 9, z: 2 }, label: "top" },
      drag: { linear: 2, angular: 1 },
    });
  });

  it("clear what is optional with `undefined`, and keep it when it is not named", () => {
    const world = createWorld();
    const entity = world.spawn({
      flags: { maybe: true, target: NO_ENTITY, lastState: "walk" },
      texts: { note: "x", motto: undefined, blob: new Uint8Array([1]) },
      vectors: { pivot: { x: 1 }, turn: undefined },
      body: { drag: {} },
    });
    expect(world.get(entity, Flags)).toMatchObject({ maybe: true, target: NO_ENTITY, lastState: "walk" });
    expect(world.get(entity, Texts)).toMatchObject({ note: "x", motto: undefined, blob: new Uint8Array([1]) });
    expect(world.get(entity, Vectors)).toMatchObject({ pivot: { x: 1, y: 0, z: 0 }, turn: undefined });

    world.set(entity, Flags, { maybe: undefined, target: undefined });
    world.set(entity, Texts, { note: undefined });
    world.set(entity, Vectors, { pivot: undefined });
    world.set(entity, Body, { drag: undefined });
    expect(world.get(entity, Flags)).toMatchObject({ maybe: undefined, target: undefined, lastState: "walk" });
    expect(world.get(entity, Texts)).toMatchObject({ note: undefined, blob: new Uint8Array([1]) });
    expect(world.get(entity, Vectors)?.pivot).toBe(undefined);
    expect(world.get(entity, Body)?.drag).toBe(undefined);

    world.set(entity, Vectors, { pivot: { z: 4 } });
    expect(world.get(entity, Vectors)?.pivot).toEqual({ x: 0, y: 0, z: 4 });
  });

  it("share nothing with what was given, nor with what is read", () => {
    const world = createWorld();
    const words = ["given"];
    const part = { name: "a", at: { x: 1 } };
    const parts = [part];
    const data = new Uint8Array([7]);
    const entity = world.spawn({ collections: { words, parts }, texts: { data }, collider: { layers: [] } });
    words.push("later");
    part.name = "changed";
    data[0] = 8;
    const read = world.get(entity, Collections);
    expect(read).toMatchObject({ words: ["given"], parts: [{ name: "a", weight: 1, at: { x: 1, y: 0, z: 0 } }] });
    expect(world.get(entity, Texts)?.data).toEqual(new Uint8Array([7]));
    read?.words.push("read");
    read?.stock.set("plum", 1);
    expect(world.get(entity, Collections)?.words).toEqual(["given"]);
    expect(world.get(entity, Collections)?.stock.has("plum")).toBe(false);
    expect(world.get(world.spawn({ collections: {} }), Collections)?.stock.has("plum")).toBe(false);
  });

  it("are read and written through cursors, part by part", () => {
    const world = createWorld();
    const entity = world.spawn({ body: { drag: {} }, vectors: {}, arrays: {}, sprite: {}, flags: {} });
    const handle = { dispose: () => undefined };
    world.select([Body, Vectors, Arrays, Sprite, Flags]).each((body, vectors, arrays, sprite, flags, visited) => {
      expect(visited).toBe(entity);
      body.spin.axis.x += 3;
      body.spin.label += "!";
      if (body.drag !== undefined) body.drag.offset.y = 2;
      vectors.place = { x: 1, y: 2, z: 3 };
      vectors.rotation.w = 0.5;
      arrays.weights[2] = 8;
      arrays.ids[1] = 5n;
      sprite.part.handle = handle;
      flags.mood = 'it\'s "odd"';
      flags.lastState = "walk";
    });
    expect(world.get(entity, Body)).toMatchObject({
      spin: { axis: { x: 3, y: 1, z: 2 }, label: "!" },
      drag: { offset: { x: 0, y: 2, z: 0 } },
    });
    expect(world.get(entity, Vectors)).toMatchObject({ place: { x: 1, y: 2, z: 3 }, rotation: { w: 0.5 } });
    expect(world.get(entity, Arrays)).toMatchObject({ weights: [1, 0.5, 8, 0], ids: [0n, 5n] });
    expect(world.get(entity, Sprite)?.part.handle).toBe(handle);
    expect(world.get(entity, Flags)).toMatchObject({ mood: 'it\'s "odd"', lastState: "walk" });
  });

  it("keep rows apart when they move between tables", () => {
    const world = createWorld();
    const all = Array.from({ length: 100 }, (_, i) => world.spawn({ texts: { name: `n${i}` }, body: { mass: i } }));
    for (const [i, entity] of all.entries()) {
      if (i % 3 === 0) world.add(entity, Pinned);
      if (i % 5 === 0) world.add(entity, Burning, { cause: `c${i}`, at: { y: i } });
      if (i % 7 === 0) world.add(entity, Paused);
      if (i % 2 === 0) world.remove(entity, Texts);
      if (i % 11 === 0) world.despawn(entity);
    }
    for (const [i, entity] of all.entries()) {
      expect(world.isAlive(entity)).toBe(i % 11 !== 0);
      if (i % 11 === 0) continue;
      expect(world.get(entity, Texts)?.name).toBe(i % 2 === 0 ? undefined : `n${i}`);
      expect(world.get(entity, Body)?.mass).toBe(i);
      expect([world.has(entity, Pinned), world.has(entity, Paused)]).toEqual([i % 3 === 0, i % 7 === 0]);
      const burning = { heat: 1, cause: `c${i}`, at: { x: 0, y: i, z: 0 } };
      expect(world.get(entity, Burning)).toEqual(i % 5 === 0 ? burning : undefined);
    }
  });
});

describe("events, models and resources", () => {
  it("makes events complete", () => {
    const world = createWorld();
    const seen: fields.Hit[] = [];
    world.on(Hit, (hit) => seen.push(hit));
    world.emit(Hit, { damage: 4, at: { z: 1 } });
    world.emit(Hit);
    world.flush();
    expect(seen).toEqual([
      { target: NO_ENTITY, damage: 4, at: { x: 0, y: 0, z: 1 }, critical: false, cause: undefined },
      { target: NO_ENTITY, damage: 1, at: { x: 0, y: 0, z: 0 }, critical: false, cause: undefined },
    ]);
  });

  it("resets a model that is recycled", () => {
    const pool = createWorld().pool(Target);
    const first = pool.create({ width: 8, clear: [1, 1], surface: { width: 3 }, views: [{ level: 2 }] });
    expect(pool.get(first)).toEqual({
      width: 8,
      height: 1,
      format: "rgba8",
      clear: [1, 1, 0, 1],
      surface: { width: 3 },
      views: [{ level: 2, stamp: 0n }],
    });
    pool.release(first);
    const second = pool.create();
    expect(pool.isAlive(first)).toBe(false);
    expect(pool.get(second)).toEqual({
      width: 1,
      height: 1,
      format: "rgba8",
      clear: [0, 0, 0, 1],
      surface: undefined,
      views: [],
    });
  });

  it("gives each world resources of its own", () => {
    const [one, other] = [createWorld(), createWorld()];
    expect(one.resource(Score)).toEqual({ points: 0, best: 10, mode: "easy", limits: { x: 0, y: 0, z: 0 } });
    one.resource(Score).limits.x = 5;
    one.resource(Settings).keys.set("q", "quit");
    expect(other.resource(Score).limits.x).toBe(0);
    expect(other.resource(Settings)).toEqual({
      title: "untitled",
      volume: 0.5,
      keys: new Map([
        ["w", "up"],
        ["s", "down"],
      ]),
      recent: [],
      theme: { kind: "light" },
      window: undefined,
    });
  });
});

describe("validators", () => {
  const accepts = (validator: { safeParse(value: unknown): { success: boolean } }, value: unknown): boolean =>
    validator.safeParse(value).success;

  it("hold ranges, and the limits of integers", () => {
    expect(accepts(measuresValidator, { temperature: 60, cover: 8, tiny: -128, stamp: 0n })).toBe(true);
    for (const wrong of [
      { temperature: 61 },
      { cover: 9 },
      { cover: 1.5 },
      { tiny: 128 },
      { stamp: -1n },
      { credit: 1 },
    ]) {
      expect(accepts(measuresValidator, wrong)).toBe(false);
    }
  });

  it("refuse unknown keys and words", () => {
    expect(accepts(flagsValidator, { mood: "calm", owner: 3, maybe: undefined })).toBe(true);
    for (const wrong of [{ mod: "calm" }, { mood: "happy" }, { owner: "3" }, { alive: 1 }, null]) {
      expect(accepts(flagsValidator, wrong)).toBe(false);
    }
  });

  it("tell the shapes of a union apart", () => {
    expect(accepts(colliderValidator, { shape: { kind: "circle", radius: 2 }, layers: [{ kind: "empty" }] })).toBe(
      true,
    );
    for (const wrong of [{ kind: "circle", radius: 101 }, { kind: "none", radius: 1 }, { kind: "cone" }, {}]) {
      expect(accepts(colliderValidator, { shape: wrong })).toBe(false);
    }
  });

  it("give back what a declaration is made from", () => {
    const given: fields.SettingsInit = settingsValidator.parse({ volume: 1, theme: { kind: "custom", hue: 3 } });
    expect(Settings.create(given)).toMatchObject({ title: "untitled", volume: 1, theme: { kind: "custom", hue: 3 } });
  });
});

describe("schedules and facades", () => {
  it("run in order, with filters, and as often as the fixed step fits", () => {
    const world = loops.createWorld();
    const { Armor, Burning: Fire, Dead, Frozen, Health, Journal, Name, Stunned } = loops;
    const hero = world.spawn({
      health: { now: 50 },
      name: { text: "hero" },
      burning: { heat: 8 },
      armor: { value: 2 },
    });
    const ice = world.spawn({ health: {}, burning: { heat: 6 }, frozen: { cold: 4 } });
    const stunned = world.spawn({ health: { now: 10 }, name: { text: "slow" }, stunned: true });
    const nobody = world.spawn({ health: { now: -1 } });
    expect(world.has(stunned, Stunned)).toBe(true);

    // Two fixed steps of 1/50. Burning: 8 / 2, then 7 / 2; without armour 6 / 0.5. Fire and ice: 5 and 4 leave 1 and 0.
    world.step(0.045);
    expect(world.get(hero, Health)?.now).toBeCloseTo(50 - 4 - 3.5 + 0.04, 4);
    expect(world.get(hero, Fire)?.heat).toBe(3);
    expect(world.get(ice, Frozen)?.cold).toBe(0);
    expect(world.get(ice, Health)?.now).toBe(100 - 12 - 2);
    expect(world.get(stunned, Health)?.now).toBe(10);
    expect(world.get(stunned, Name)?.text).toBe("SLOW");
    expect(world.get(hero, Name)?.text).toBe("hero");
    expect([world.has(nobody, Dead), world.has(hero, Dead), world.has(hero, Armor)]).toEqual([true, false, true]);
    expect(world.resource(Journal)).toEqual({ lines: [], kills: 0 });

    world.set(hero, Health, { now: 0.5 });
    world.step(0.001);
    world.set(hero, Health, { now: 0 });
    world.step(0.001);
    expect(world.resource(Journal)).toEqual({ lines: ["hero died", "goodbye hero"], kills: 1 });
    world.step(0.001);
    expect(world.resource(Journal).kills).toBe(1);
  });

  it("lets every entity see the events that came before the loop", () => {
    const world = loops.createWorld();
    const all = [
      world.spawn({ health: {} }),
      world.spawn({ health: {}, name: {} }),
      world.spawn({ health: { now: 50 } }),
    ];
    world.battle.combat.strike(3);
    world.battle.combat.strike(4);
    world.step(0.001);
    expect(all.map((entity) => world.get(entity, loops.Health)?.now)).toEqual([93, 93, 43]);
    world.step(0.001);
    expect(all.map((entity) => world.get(entity, loops.Health)?.now)).toEqual([93, 93, 43]);
  });

  it("calls Views without the world", async () => {
    const world = loops.createWorld();
    const one = world.spawn({ health: {}, name: { text: "one" } });
    const two = world.spawn({ health: {} });
    expect([world.battle.combat.count(), world.battle.combat.count(true)]).toEqual([2, 1]);
    expect(await world.battle.combat.names(one, two)).toEqual(["one", ""]);
    world.set(two, loops.Health, { now: 99 });
    world.battle.upkeep.heal();
    expect(world.get(two, loops.Health)?.now).toBe(99);
  });

  it("moves what is not pinned", () => {
    const world = motion.createWorld();
    const moving = world.spawn({ position: { x: 1 }, velocity: { x: 2 } });
    const pinned = world.spawn({ position: { x: 1 }, velocity: { x: 2 }, pinned: true });
    world.step(0.5);
    expect(world.get(moving, motion.Position)).toEqual({ x: 2, y: 0.5 });
    expect(world.get(pinned, motion.Position)).toEqual({ x: 1, y: 0 });
    world.motion.impulses.push(moving, 1, 1);
    expect(world.get(moving, motion.Velocity)).toEqual({ x: 3, y: 2 });
    world.motion.integration.integrate();
    expect(world.get(pinned, motion.Position)).toEqual({ x: 2, y: 0.5 });
  });

  it("keeps names apart that the language or the SDK could take for its own", () => {
    const world = names.createWorld();
    const one = world.spawn({ map: {}, set: { in: 2 }, array: { length: 3, parts: [1] }, state: {}, plain: { x: 1 } });
    world.step(1 / 60);
    expect(world.get(one, names.Map)).toMatchObject({ get: 5 + one, set: 1 });
    expect(world.get(one, names.State)?.part.x).toBe(5 + one);
    expect(world.get(one, names.Plain)?.x).toBe(4);
    expect(world.plain.view.world("a", 2)).toBe("a 2 1");
    expect(world.plain.view.wish({ text: "w" }, [{ text: "Map" }], "Map")).toEqual({ text: "Map" });
  });
});
