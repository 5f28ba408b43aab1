// The entity View, row by row, through the facade that an app gets.
import { beforeEach, describe, expect, it } from "vitest";
import { generationOf, indexOf } from "ecsgen/runtime";
import {
  Burning,
  createWorld,
  Inventory,
  Label,
  NO_ENTITY,
  Paused,
  Pinned,
  Position,
  Velocity,
  type Entity,
  type World,
} from "./app/generated/index.js";
import { codeOf } from "./support.js";

let world: World;
let entities: World["ecs"]["entity"];

beforeEach(() => {
  world = createWorld();
  entities = world.ecs.entity;
});

describe("spawnEntity", () => {
  it("makes an entity with the given components; what is missing takes the schema's default", () => {
    const ship = entities.spawnEntity([[Position, { x: 1 }], [Label], [Burning, { heat: 5 }], [Pinned], [Paused]]);
    expect(world.get(ship, Position)).toEqual({ x: 1, y: 0 });
    expect(world.get(ship, Label)).toEqual({ text: "", tone: "plain" });
    expect(world.get(ship, Burning)).toEqual({ heat: 5 });
    expect([world.has(ship, Pinned), world.has(ship, Paused), world.has(ship, Velocity)]).toEqual([true, true, false]);
  });

  it("makes an empty entity of nothing", () => {
    expect(world.batches.componentsOf(entities.spawnEntity())).toEqual([]);
  });

  it("refuses a component that comes twice, and a token of another layout, with nothing changed", () => {
    expect(codeOf(() => entities.spawnEntity([[Position], [Position]]))).toBe("InvalidArgument");
    expect(codeOf(() => entities.spawnEntity([[{ ...Position }]]))).toBe("UnknownComponent");
    expect(entities.getEntityCount()).toBe(0);
  });

  it("waits for its components while a system runs", () => {
    world.spawn({ position: {} });
    let made: Entity = NO_ENTITY;
    world.select([Position]).each(() => {
      if (made === NO_ENTITY) made = entities.spawnEntity([[Position, { x: 7 }]]);
      expect(entities.isAlive(made)).toBe(true);
    });
    expect(world.get(made, Position)?.x).toBe(7);
  });
});

describe("spawnBatch", () => {
  it("makes one entity for each list, in order", () => {
    const made = entities.spawnBatch([
      [[Position, { x: 1 }]],
      [
        [Position, { x: 2 }],
        [Velocity, { y: 3 }],
      ],
      [],
    ]);
    expect(made.map((entity) => world.get(entity, Position)?.x)).toEqual([1, 2, undefined]);
    expect(made.map((entity) => world.get(entity, Velocity)?.y)).toEqual([undefined, 3, undefined]);
    expect([...made].sort((a, b) => indexOf(a) - indexOf(b))).toEqual(made);
  });

  it("is all or nothing", () => {
    expect(codeOf(() => entities.spawnBatch([[[Position]], [[{ ...Velocity }]]]))).toBe("UnknownComponent");
    expect(entities.getEntityCount()).toBe(0);
  });
});

describe("despawnEntity", () => {
  it("says whether it died of it", () => {
    const ship = entities.spawnEntity([[Position]]);
    expect([entities.despawnEntity(ship), entities.despawnEntity(ship)]).toEqual([true, false]);
    expect(entities.despawnEntity(NO_ENTITY)).toBe(false);
  });

  it("never takes a successor for the one that died", () => {
    const ship = entities.spawnEntity();
    entities.despawnEntity(ship);
    const heir = entities.spawnEntity();
    expect(indexOf(heir)).toBe(indexOf(ship));
    expect(entities.despawnEntity(ship)).toBe(false);
    expect(entities.isAlive(heir)).toBe(true);
  });
});

describe("despawnBatch", () => {
  it("counts those that died of it, each once", () => {
    const made = entities.spawnBatch([[], [], []]);
    entities.despawnEntity(made[1] ?? NO_ENTITY);
    expect(entities.despawnBatch([...made, ...made])).toBe(2);
    expect(entities.getEntityCount()).toBe(0);
  });
});

describe("cloneEntity", () => {
  it("copies the values of all components, and shares no list", () => {
    const chest = entities.spawnEntity([
      [Inventory, { items: [NO_ENTITY], gold: 3 }],
      [Burning, { heat: 2 }],
      [Pinned],
      [Paused],
    ]);
    const copy = entities.cloneEntity(chest);
    expect(copy).not.toBe(chest);
    expect(world.batches.componentsOf(copy)).toEqual(world.batches.componentsOf(chest));
    expect(world.get(copy, Inventory)).toEqual({ items: [NO_ENTITY], gold: 3 });
    world.set(copy, Inventory, { items: [] });
    expect(world.get(chest, Inventory)?.items).toHaveLength(1);
  });

  it("detects a stale entity", () => {
    expect(codeOf(() => entities.cloneEntity(NO_ENTITY))).toBe("StaleEntity");
  });
});

describe("exists, isAlive, getEntity, getGeneration", () => {
  it("tell an index from the entity that has it", () => {
    const first = entities.spawnEntity();
    const index = indexOf(first);
    expect(entities.getEntity(index)).toBe(first);
    entities.despawnEntity(first);
    expect([entities.exists(index), entities.isAlive(first), entities.getEntity(index)]).toEqual([
      false,
      false,
      undefined,
    ]);
    expect(entities.getGeneration(index)).toBeUndefined();
    const second = entities.spawnEntity();
    expect([entities.exists(index), entities.isAlive(first), entities.isAlive(second)]).toEqual([true, false, true]);
    expect(entities.getGeneration(index)).toBe(generationOf(second));
    expect(generationOf(second)).toBe(generationOf(first) + 1);
  });

  it.each([-1, 0.5, Number.NaN, 99, 2 ** 40])("know nothing of %s", (index) => {
    entities.spawnEntity();
    expect([entities.exists(index), entities.getEntity(index), entities.getGeneration(index)]).toEqual([
      false,
      undefined,
      undefined,
    ]);
  });
});

describe("getAllEntities, getEntityCount", () => {
  it("list the living, ascending by index", () => {
    const made = entities.spawnBatch([[], [[Position]], [[Velocity]], []]);
    entities.despawnEntity(made[1] ?? NO_ENTITY);
    expect(entities.getAllEntities()).toEqual([made[0], made[2], made[3]]);
    expect(entities.getEntityCount()).toBe(3);
  });
});

describe("spawnEntityWithId", () => {
  it("takes the index that it is told, and later ids do not collide with it", () => {
    const loaded = entities.spawnEntityWithId(5, [[Position, { x: 4 }]]);
    expect([indexOf(loaded), world.get(loaded, Position)?.x]).toEqual([5, 4]);
    const others = Array.from({ length: 8 }, () => entities.spawnEntity());
    expect(new Set([loaded, ...others].map(indexOf)).size).toBe(9);
    expect(world.validate()).toEqual([]);
  });

  it("finds an index among those that were freed, with a new generation", () => {
    const made = entities.spawnBatch([[], [], [], []]);
    entities.despawnBatch(made);
    const again = entities.spawnEntityWithId(indexOf(made[2] ?? NO_ENTITY));
    expect(entities.isAlive(made[2] ?? NO_ENTITY)).toBe(false);
    expect(generationOf(again)).toBe(2);
    const others = Array.from({ length: 4 }, () => entities.spawnEntity());
    expect(new Set([again, ...others]).size).toBe(5);
    expect(world.validate()).toEqual([]);
  });

  it("refuses an index that is in use, and one that is none", () => {
    const ship = entities.spawnEntity();
    expect(codeOf(() => entities.spawnEntityWithId(indexOf(ship)))).toBe("EntityTaken");
    expect(codeOf(() => entities.spawnEntityWithId(-1))).toBe("InvalidArgument");
    expect(codeOf(() => entities.spawnEntityWithId(2 ** 22))).toBe("InvalidArgument");
    expect(entities.getEntityCount()).toBe(1);
  });
});
