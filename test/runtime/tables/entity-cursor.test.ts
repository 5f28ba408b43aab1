// One component of one entity at a time: what is read and written, and that no row of another one ever is.
import fc from "fast-check";
import { indexOf, NO_ENTITY, type ComponentType, type Entity } from "ecsgen/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { makeEntity } from "../../../runtime/entities/entity.js";
import { codeOf } from "../kit/code-of.js";
import * as kit from "../kit/generated/index.js";

let world: kit.World;

beforeEach(() => {
  world = kit.createWorld();
});

describe("a cursor", () => {
  it("reads and writes the columns of an entity, whatever its table", () => {
    const positions = world.cursor(kit.Position);
    const entities = [
      world.spawn({ position: { x: 1, y: 2 } }),
      world.spawn({ position: { x: 3 }, velocity: {} }),
      world.spawn({ position: { x: 5 }, pinned: true }),
    ];
    for (const entity of entities) positions.at(entity).x += 10;
    expect(entities.map((entity) => world.get(entity, kit.Position)?.x)).toEqual([11, 13, 15]);
    expect(positions.at(entities[0]).y).toBe(2);
  });

  it("reaches structs, vectors, optional parts, words, references and ordinary values", () => {
    const [friend, entity] = world.spawnMany(2, { body: { drag: {} }, label: {}, link: {}, numbers: {} });
    const body = world.cursor(kit.Body).at(entity);
    body.spin.axis.y = 4;
    body.place = { x: 0, y: 0, z: 3 };
    body.weights[1] = 9;
    body.drag = undefined;
    world.cursor(kit.Label).at(entity).words.push("new");
    world.cursor(kit.Link).at(entity).to = friend;
    const numbers = world.cursor(kit.Numbers).at(entity);
    numbers.mood = "sad";
    numbers.i64 = -5n;
    expect(world.get(entity, kit.Body)).toMatchObject({
      spin: { axis: { x: 0, y: 4 } },
      place: { x: 0, y: 0, z: 3 },
      weights: [0, 9, 0],
      drag: undefined,
    });
    expect(world.get(entity, kit.Label)?.words).toEqual(["new"]);
    expect(world.get(entity, kit.Link)?.to).toBe(friend);
    expect(world.get(entity, kit.Numbers)).toMatchObject({ mood: "sad", i64: -5n });
    expect(world.get(friend, kit.Body)?.spin.axis.y).toBe(0);
  });

  it("is as good for sparse components", () => {
    const [first, second, third] = world.spawnMany(3, (index) => ({ burning: { heat: index } }));
    const burning = world.cursor(kit.Burning);
    world.remove(first, kit.Burning);
    burning.at(third).heat = 7;
    burning.at(second).cause = "spark";
    expect([second, third].map((entity) => world.get(entity, kit.Burning))).toMatchObject([
      { heat: 1, cause: "spark" },
      { heat: 7, cause: "" },
    ]);
    expect(burning.find(first)).toBeUndefined();
  });

  it("finds nothing where the component is missing, and says so", () => {
    const [bare, wet] = [world.spawn({ position: {} }), world.spawn({ wet: { depth: 1 } })];
    const cursors: [ComponentType, Entity][] = [
      [kit.Velocity, bare],
      [kit.Wet, bare],
      [kit.Position, wet],
    ];
    for (const [type, entity] of cursors) {
      expect(world.cursor(type).find(entity)).toBeUndefined();
      expect(codeOf(() => world.cursor(type).at(entity))).toBe("ComponentMissing");
    }
  });

  it("stays where it is when it finds nothing", () => {
    const [full, bare] = [world.spawn({ position: { x: 1 } }), world.spawn()];
    const positions = world.cursor(kit.Position);
    const found = positions.at(full);
    expect(positions.find(bare)).toBeUndefined();
    expect(found.x).toBe(1);
  });

  it("takes no entity that is not alive in its world", () => {
    const gone = world.spawn({ position: {} });
    world.despawn(gone);
    const again = world.spawn({ position: { x: 1 } });
    const foreign = kit.createWorld().spawnMany(9, { position: {} })[8];
    const positions = world.cursor(kit.Position);
    expect(indexOf(again)).toBe(indexOf(gone));
    const forged = [gone, foreign, NO_ENTITY, makeEntity(77, 1), { index: 0 }, "0", undefined, null, NaN, 0.5];
    for (const entity of forged) {
      for (const verb of [positions.at, positions.find]) {
        expect(codeOf(() => Reflect.apply(verb, positions, [entity]))).toBe("StaleEntity");
      }
    }
    expect(positions.at(again).x).toBe(1);
  });

  it("is made of a token of its world, with data", () => {
    const foreign = { ...kit.Position };
    expect(codeOf(() => world.cursor(foreign))).toBe("UnknownComponent");
    for (const wrong of [undefined, null, 7, {}]) {
      expect(codeOf(() => Reflect.apply(world.cursor, world, [wrong]))).toBe("UnknownComponent");
    }
    for (const type of [kit.Pinned, kit.Paused]) expect(codeOf(() => world.cursor(type))).toBe("InvalidArgument");
    for (const options of [null, 1, {}, { readonly: false }]) {
      expect(codeOf(() => Reflect.apply(world.cursor, world, [kit.Position, options]))).toBe("InvalidArgument");
    }
  });

  it("finds nothing at an entity whose spawn waits", () => {
    world.spawn({ position: {} });
    let found: unknown = "nothing asked";
    world.select([kit.Position]).each(() => {
      found = world.cursor(kit.Position).find(world.spawn({ position: {} }));
    });
    expect(found).toBeUndefined();
  });

  it("stays valid in a loop, where changes wait, and no longer", () => {
    const [first, second] = world.spawnMany(2, { position: {} });
    const positions = world.cursor(kit.Position);
    let kept: { x: number } | undefined;
    world.select([kit.Position]).each((_position, entity) => {
      if (entity !== first) return;
      kept = positions.at(second);
      world.despawn(first);
      world.add(second, kit.Velocity);
      kept.x = 3;
    });
    expect(world.get(second, kit.Position)?.x).toBe(3);
    expect(codeOf(() => kept?.x)).toBe("StaleCursor");
  });
});

describe("what a cursor gave throws once", () => {
  it.each<readonly [string, (entity: Entity) => unknown]>([
    ["an entity is spawned", () => world.spawn()],
    ["many are spawned", () => world.spawnMany(2, { position: {} })],
    ["an entity is spawned at an index", () => world.batches.spawnAt(50, [])],
    ["it is despawned", (entity) => world.despawn(entity)],
    ["a component is added", (entity) => world.add(entity, kit.Velocity)],
    ["a sparse component is added", (entity) => world.add(entity, kit.Burning)],
    ["several are added", (entity) => world.batches.add(entity, [[kit.Velocity], [kit.Pinned]])],
    ["one is removed", (entity) => world.remove(entity, kit.Wet)],
    ["it is removed", (entity) => world.remove(entity, kit.Position)],
    ["several are removed", (entity) => world.batches.remove(entity, [kit.Position, kit.Chosen])],
    ["an entity is related", (entity) => world.relations.add(entity, kit.Likes, entity)],
    ["all are cleared", () => world.clear()],
    ["the world is reset", () => world.reset()],
    ["the world is shut down", () => world.shutdown()],
    ["a save is loaded", () => world.state.load(world.state.save("binary"))],
    ["a command is applied", () => (world.commands.spawn(), world.flush())],
    ["another world is merged", () => world.merge(someWorld())],
    ["the world is locked", () => world.lock()],
    ["somebody observes what it writes", () => world.observers.observe(kit.Position, { changed: () => undefined })],
  ])("%s", (_what, change) => {
    const entity = world.spawn({ position: { x: 1 }, wet: {}, chosen: true });
    const found = world.cursor(kit.Position).at(entity);
    change(entity);
    const ways: (() => unknown)[] = [
      () => found.x,
      () => (found.x = 5),
      () => (found.y += 1),
      () => Object.assign(found, { x: 5 }),
      () => ({ x: found.x }),
    ];
    for (const way of ways) expect(codeOf(way)).toBe("StaleCursor");
    if (world.query({ all: [kit.Position] }).has(entity)) expect(world.get(entity, kit.Position)?.x).toBe(1);
  });

  it("the parts of it as well, and nothing is half written", () => {
    const entity = world.spawn({ body: { drag: { linear: 1 } }, label: { text: "old" } });
    const body = world.cursor(kit.Body).at(entity);
    const label = world.cursor(kit.Label).at(entity);
    const { place, weights, spin, drag } = body;
    const before = [world.get(entity, kit.Body), world.get(entity, kit.Label)];
    world.spawn();
    const ways: (() => unknown)[] = [
      () => place.x,
      () => (place.y = 1),
      () => (weights[0] = 1),
      () => (spin.axis = { x: 1, y: 1 }),
      () => (body.drag = undefined),
      () => (body.drag = { linear: 2, angular: 2 }),
      () => drag?.linear,
      () => (label.text = "new"),
      () => (label.handle = { name: "new" }),
    ];
    for (const way of ways) expect(codeOf(way)).toBe("StaleCursor");
    expect([world.get(entity, kit.Body), world.get(entity, kit.Label)]).toEqual(before);
  });

  it("its cursor is at another entity, also in another table", () => {
    const positions = world.cursor(kit.Position);
    const [first, second] = [world.spawn({ position: { x: 1 } }), world.spawn({ position: { x: 2 }, pinned: true })];
    const found = positions.at(first);
    expect(positions.at(second).x).toBe(2);
    expect(codeOf(() => found.x)).toBe("StaleCursor");
    const other = world.cursor(kit.Position).at(first);
    expect(positions.at(second).x + other.x).toBe(3);
  });

  it("its cursor is at others, when several are kept together", () => {
    const entities = world.spawnMany(4, (index) => ({
      position: { x: index },
      ...(index % 2 === 0 && { pinned: true }),
    }));
    const positions = world.cursor(kit.Position);
    for (let round = 0; round < 3; round++) {
      const found = entities.map((entity) => positions.at(entity));
      expect(found[3].x).toBe(3);
      for (const earlier of found.slice(0, 3)) expect(codeOf(() => earlier.x)).toBe("StaleCursor");
    }
  });

  it("memory grows, whereupon it is found where it lies now", () => {
    const entity = world.spawn({ position: { x: 1 }, burning: { heat: 1 } });
    const [positions, burning] = [world.cursor(kit.Position), world.cursor(kit.Burning)];
    const found = [positions.at(entity), burning.at(entity)];
    const { buffer } = world.memory;
    while (world.memory.buffer === buffer) world.spawnMany(100, { numbers: {} });
    for (const row of found) expect(codeOf(() => ({ ...row, x: Reflect.get(row, "$row") }))).toBe("StaleCursor");
    positions.at(entity).x = 2;
    burning.at(entity).heat = 2;
    expect([world.get(entity, kit.Position)?.x, world.get(entity, kit.Burning)?.heat]).toEqual([2, 2]);
  });
});

describe("a cursor that writes", () => {
  it("is seen by queries for changes", () => {
    const [first, second] = world.spawnMany(2, { wet: {}, label: {} });
    const [wet, labels] = [world.cursor(kit.Wet), world.cursor(kit.Label)];
    const changed = world.tracking.query({ changed: [kit.Wet, kit.Label] });
    const found = (): Entity[] => changed.run(() => changed.entities());
    expect(found()).toEqual([first, second]);
    expect(wet.at(first).depth + labels.at(second).text.length).toBe(4);
    expect(found()).toEqual([]);
    wet.at(first).depth = 1;
    expect(found()).toEqual([first]);
    labels.at(second).text = "wet";
    expect(found()).toEqual([second]);
  });

  it("is refused while the world is locked", () => {
    const entity = world.spawn({ position: { x: 1 } });
    const positions = world.cursor(kit.Position);
    world.lock();
    expect(codeOf(() => positions.at(entity))).toBe("WorldLocked");
    expect(world.cursor(kit.Position, { readonly: true }).at(entity).x).toBe(1);
    world.unlock();
    expect(positions.at(entity).x).toBe(1);
  });

  it("is refused while somebody observes the changes of the component", () => {
    const entity = world.spawn({ position: { x: 1 }, velocity: {} });
    const positions = world.cursor(kit.Position);
    const stops = [1, 2].map(() => world.observers.observe(kit.Position, { changed: () => undefined }));
    for (const stop of stops) {
      expect(codeOf(() => positions.at(entity))).toBe("ObservedComponent");
      expect(codeOf(() => positions.find(entity))).toBe("ObservedComponent");
      expect(world.cursor(kit.Position, { readonly: true }).at(entity).x).toBe(1);
      expect(world.cursor(kit.Velocity).at(entity).y).toBe(1);
      stop();
    }
    world.observers.observe(kit.Position, { added: () => undefined, removed: () => undefined });
    expect(positions.at(entity).x).toBe(1);
  });

  it("is allowed again in a world that was reset", () => {
    world.observers.observe(kit.Position, { changed: () => undefined });
    world.reset();
    expect(world.cursor(kit.Position).at(world.spawn({ position: { x: 2 } })).x).toBe(2);
  });
});

it("never reads another row, whatever happens in between", () => {
  const steps = fc.array(fc.tuple(fc.nat(6), fc.nat(7), fc.boolean()), { maxLength: 40 });
  fc.assert(
    fc.property(steps, (script) => {
      world = someWorld();
      const entities = world.query({}).entities();
      const cursors = [world.cursor(kit.Position), world.cursor(kit.Position), world.cursor(kit.Burning)] as const;
      const held = new Map<number, { readonly entity: Entity; readonly found: object }>();
      for (const [what, place, more] of script) {
        const entity = entities[place];
        const moves = what < 4 && change(what, entity, more);
        const cursor = what - 4;
        const found = what >= 4 && world.isAlive(entity) ? cursors[cursor]?.find(entity) : undefined;
        if (moves) held.clear();
        if (found !== undefined) held.set(cursor, { entity, found });
        for (const [of, { entity: at, found: row }] of held) {
          expect({ ...readAll(row) }).toEqual(of === 2 ? world.get(at, kit.Burning) : world.get(at, kit.Position));
        }
      }
    }),
    { numRuns: 60 },
  );
});

/** Whether rows may have moved. */
function change(what: number, entity: Entity, more: boolean): boolean {
  if (!world.isAlive(entity)) return false;
  const types: readonly ComponentType[] = [kit.Burning, kit.Position, kit.Pinned];
  const type = types[what];
  if (what === 3) {
    world.set(entity, kit.Velocity, { x: indexOf(entity) });
    return false;
  }
  if (more && what === 2) return world.despawn(entity);
  if (world.has(entity, type)) return world.remove(entity, type);
  world.add(entity, type, type === kit.Pinned ? undefined : { x: 7, heat: 7 });
  return true;
}

function readAll(row: object): object {
  return "heat" in row
    ? { heat: row.heat, cause: Reflect.get(row, "cause"), from: Reflect.get(row, "from") }
    : { x: Reflect.get(row, "x"), y: Reflect.get(row, "y") };
}

function someWorld(): kit.World {
  const made = kit.createWorld();
  made.spawnMany(8, (index) => ({
    position: { x: index, y: -index },
    velocity: {},
    ...(index % 2 === 0 && { burning: { heat: index } }),
    ...(index % 3 === 0 && { pinned: true }),
  }));
  return made;
}
