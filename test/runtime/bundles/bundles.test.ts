// Bundles and prefabs through the world that was generated for `test/cases/emit/bundles`.
import { NO_ENTITY, type BundleType, type Entity } from "ecsgen/runtime";
import { describe, expect, it } from "vitest";
import { codeOf } from "../kit/code-of.js";
import {
  Ace,
  Armed,
  Breeder,
  Cloaked,
  createWorld,
  Crew,
  Fighter,
  Ghost,
  Heat,
  Hull,
  Mirage,
  Position,
  Ship,
  Wingman,
  type World,
} from "../../cases/emit/bundles/generated/index.js";

/** All that an entity has. */
function components(world: World, entity: Entity): string[] {
  const all = [Armed, Breeder, Cloaked, Crew, Ghost, Heat, Hull, Position];
  return all.filter((type) => world.has(entity, type)).map((type) => type.key);
}

const plainHull = {
  points: 100,
  material: "steel",
  sealed: true,
  mass: 0n,
  armour: { front: 1, plate: { layers: 0, alloy: "plain" }, pivot: { x: 0, y: 0, z: 0 } },
  weights: [0, 0, 0],
  note: "as built",
  bay: undefined,
  owner: NO_ENTITY,
  handle: undefined,
};
const fighterHull = {
  ...plainHull,
  points: 50,
  material: "wood",
  mass: 5n,
  armour: { front: 3, plate: { layers: 2, alloy: "plain" }, pivot: { x: 0, y: 0, z: 0 } },
  weights: [1, 2, 0],
  note: "fast",
  bay: { size: 4, door: { x: 0, y: 2 } },
};

describe("a bundle", () => {
  it("has all its components, each with what is given or its default", () => {
    const world = createWorld();
    const ship = world.spawnShip({ position: { y: 4 } });
    expect(components(world, ship)).toEqual(["hull", "position"]);
    expect(world.get(ship, Position)).toEqual({ x: 0, y: 4 });
    expect(world.get(ship, Hull)).toEqual(plainHull);
    expect(components(world, world.spawnShip())).toEqual(["hull", "position"]);
  });

  it("is in the table of entities that were spawned with the same components", () => {
    const world = createWorld();
    world.spawn({ hull: {}, position: {} });
    const { tables } = world.stats();
    world.spawnShip();
    expect(world.stats().tables).toBe(tables);
  });

  it("of marks alone takes nothing", () => {
    const world = createWorld();
    expect(components(world, world.spawnMirage())).toEqual(["cloaked", "ghost"]);
    expect(world.spawnMirageMany(3).map((entity) => components(world, entity))).toEqual(
      Array.from({ length: 3 }, () => ["cloaked", "ghost"]),
    );
  });
});

describe("a prefab", () => {
  it("has the components and values of what it extends, and its own", () => {
    const world = createWorld();
    const fighter = world.spawnFighter();
    expect(components(world, fighter)).toEqual(["armed", "cloaked", "crew", "heat", "hull", "position"]);
    expect(world.get(fighter, Hull)).toEqual(fighterHull);
    expect(world.get(fighter, Heat)).toEqual({ degrees: 90 });
    expect(world.get(fighter, Crew)).toEqual({
      names: ["Ann", "Bo"],
      stock: new Map([["shells", 9]]),
      log: new Uint8Array([1, 2]),
      orders: { kind: "go", to: { x: 1, y: 0 }, speed: 2 },
    });
  });

  it("merges what it says into inherited structs and vectors, field by field", () => {
    const world = createWorld();
    expect(world.get(world.spawnAce(), Hull)).toEqual({
      ...fighterHull,
      points: 80,
      armour: { front: 3, plate: { layers: 2, alloy: "light" }, pivot: { x: 0, y: 0, z: 1 } },
      bay: { size: 4, door: { x: 7, y: 2 } },
    });
    expect(world.get(world.spawnWingman(), Hull)).toEqual(fighterHull);
  });

  it("gives way to what is given, field by field", () => {
    const world = createWorld();
    const owner = world.spawn();
    const handle = { label: "mesh" };
    const fighter = world.spawnFighter({
      hull: { points: 0, sealed: false, armour: { plate: { layers: 7 } }, bay: { door: { x: 1 } }, owner, handle },
      heat: {},
      crew: { names: [], orders: { kind: "hold" } },
    });
    expect(world.get(fighter, Hull)).toEqual({
      ...fighterHull,
      points: 0,
      sealed: false,
      armour: { front: 3, plate: { layers: 7, alloy: "plain" }, pivot: { x: 0, y: 0, z: 0 } },
      bay: { size: 4, door: { x: 1, y: 2 } },
      owner,
      handle,
    });
    expect(world.get(fighter, Heat)).toEqual({ degrees: 90 });
    expect(world.get(fighter, Crew)).toMatchObject({
      names: [],
      orders: { kind: "hold" },
      log: new Uint8Array([1, 2]),
    });
  });

  it("takes `undefined` as not given, but for what is optional, which it makes absent", () => {
    const world = createWorld();
    const fighter = world.spawnFighter({
      position: undefined,
      hull: { points: undefined, armour: undefined, note: undefined, bay: undefined },
    });
    expect(world.get(fighter, Hull)).toEqual({ ...fighterHull, note: undefined, bay: undefined });
    expect(world.get(fighter, Position)).toEqual({ x: 0, y: 0 });
  });

  it("shares nothing between its entities", () => {
    const world = createWorld();
    const [first = NO_ENTITY, second = NO_ENTITY] = world.spawnFighterMany(2);
    world.select([Crew]).each((crew, entity) => {
      if (entity !== first) return;
      crew.names.push("Cleo");
      crew.stock.set("shells", 0);
      crew.log[0] = 99;
    });
    const untouched = { names: ["Ann", "Bo"], stock: new Map([["shells", 9]]), log: new Uint8Array([1, 2]) };
    expect(world.get(second, Crew)).toMatchObject(untouched);
    expect(world.get(world.spawnFighter(), Crew)).toMatchObject(untouched);
    expect(world.get(first, Crew)?.names).toEqual(["Ann", "Bo", "Cleo"]);
  });

  it("keeps its id when it was called otherwise", () => {
    const before: bigint = 0x23522ad83f11c32dn;
    expect(Ace.id).toBe(before);
    expect(Ace.name).toBe("app.ace");
  });
});

describe("many at once", () => {
  it("have the same values, or what a function gives for each", () => {
    const world = createWorld();
    const points = (entities: Entity[]): (number | undefined)[] =>
      entities.map((entity) => world.get(entity, Hull)?.points);
    expect(points(world.spawnAceMany(3))).toEqual([80, 80, 80]);
    expect(points(world.spawnAceMany(2, { hull: { points: 7 } }))).toEqual([7, 7]);
    expect(points(world.spawnAceMany(3, (index) => (index === 1 ? {} : { hull: { points: index } })))).toEqual([
      0, 80, 2,
    ]);
    expect(world.spawnAceMany(0)).toEqual([]);
  });

  it("are made all or none", () => {
    const world = createWorld({ maxEntities: 5 });
    expect(codeOf(() => world.spawnFighterMany(6))).toBe("EntityLimit");
    expect(codeOf(() => world.spawnFighterMany(-1))).toBe("InvalidArgument");
    const each = (index: number): object => {
      if (index === 2) throw new Error("no third one");
      return {};
    };
    expect(() => world.spawnFighterMany(3, each)).toThrow("no third one");
    expect(world.entityCount).toBe(0);
    expect(world.validate()).toEqual([]);
  });
});

describe("spawning that cannot be", () => {
  it("changes nothing", () => {
    const world = createWorld({ maxEntities: 1 });
    const fighter = world.spawnFighter();
    expect(codeOf(() => world.spawnFighter())).toBe("EntityLimit");
    // From a caller without types: a number where one of 64 bits belongs.
    const wrong = Object.assign({}, { hull: { mass: 5 } });
    world.despawn(fighter);
    expect(() => world.bundles.spawn<object>(Fighter, wrong)).toThrow(TypeError);
    expect(world.entityCount).toBe(0);
    expect(world.query({ all: [Heat] }).entities()).toEqual([]);
    expect(world.query({ all: [Cloaked] }).entities()).toEqual([]);
    expect(world.validate()).toEqual([]);
  });

  it("says that the world is locked", () => {
    const world = createWorld();
    world.lock();
    expect(codeOf(() => world.spawnShip())).toBe("WorldLocked");
    expect(codeOf(() => world.bundles.spawnMany(Ship, 2))).toBe("WorldLocked");
  });
});

describe("inside a loop", () => {
  it("entities live at once, and get their components at the sync point", () => {
    const world = createWorld();
    world.spawnShip();
    const spawned: Entity[] = [];
    world.select([Hull]).each(() => {
      spawned.push(world.spawnFighter({ hull: { points: 9 } }), ...world.spawnMirageMany(1));
      expect(spawned.map((entity) => world.isAlive(entity))).toEqual([true, true]);
      expect(spawned.map((entity) => components(world, entity))).toEqual([[], []]);
    });
    expect(spawned).toHaveLength(2);
    expect(world.get(spawned[0] ?? NO_ENTITY, Hull)).toEqual({ ...fighterHull, points: 9 });
    expect(spawned.map((entity) => components(world, entity).length)).toEqual([6, 2]);
  });

  it("systems spawn by token", () => {
    const world = createWorld();
    world.spawn({ breeder: { left: 2 } });
    for (let step = 0; step < 4; step++) world.step(1 / 60);
    const points = world
      .query({ all: [Armed] })
      .entities()
      .map((entity) => world.get(entity, Hull)?.points);
    expect(points).toEqual([1, 0]);
  });
});

describe("for loaders and tools", () => {
  it("tokens are found by name and id, and say what they are made of", () => {
    const world = createWorld();
    expect(world.bundles.types).toEqual([Ace, Fighter, Mirage, Ship, Wingman]);
    expect(world.tokens.bundle("app.fighter")).toBe(Fighter);
    expect(world.tokens.bundle(Ship.id)).toBe(Ship);
    expect(codeOf(() => world.tokens.bundle("app.frigate"))).toBe("UnknownBundle");
    expect(Fighter).toMatchObject({ kind: "prefab", key: "fighter", values: { heat: { degrees: 90 } } });
    expect(Ace.components).toEqual([Armed, Cloaked, Crew, Heat, Hull, Position]);
    expect(Mirage).toMatchObject({ kind: "bundle", components: [Cloaked, Ghost], values: {} });
  });

  it("spawn by token as the spawner does", () => {
    const world = createWorld();
    const given = { hull: { points: 3, armour: { front: 2 } }, position: { x: 8 } };
    const [one, other] = [world.spawnFighter(given), world.bundles.spawn(world.tokens.bundle("app.fighter"), given)];
    for (const type of Fighter.components) expect(world.get(other, type)).toEqual(world.get(one, type));
    expect(world.bundles.spawnMany(Ace, 2, (index) => ({ position: { x: index } }))).toHaveLength(2);
  });

  it("refuse the tokens of another app", () => {
    const foreign: BundleType<never> = { ...Mirage };
    expect(codeOf(() => createWorld().bundles.spawn(foreign))).toBe("UnknownBundle");
    expect(codeOf(() => createWorld().bundles.spawnMany(foreign, 1))).toBe("UnknownBundle");
  });
});
