// The component View, row by row, through the facade that an app gets.
import type { ComponentType } from "ecsgen/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import {
  Burning,
  createWorld,
  Health,
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
import { codeOf, messageOf } from "./support.js";

let world: World;
let components: World["ecs"]["component"];
let ship: Entity;

beforeEach(() => {
  world = createWorld();
  components = world.ecs.component;
  ship = world.spawn({ position: { x: 1, y: 2 } });
});

describe("addComponent", () => {
  const everyStorage: ComponentType[] = [Velocity, Label, Burning, Pinned, Paused];

  it.each(everyStorage)("adds $name, whatever its storage", (component) => {
    components.addComponent(ship, component);
    expect(components.hasComponent(ship, component)).toBe(true);
    expect(world.get(ship, Position)).toEqual({ x: 1, y: 2 });
  });

  it("takes the schema's default for what is missing", () => {
    components.addComponent(ship, Health, { shield: 5 });
    expect(world.get(ship, Health)).toEqual({ points: 100, shield: 5 });
  });

  it("refuses what is there already, and says how to change it", () => {
    expect(codeOf(() => components.addComponent(ship, Position))).toBe("ComponentAlreadyPresent");
    expect(messageOf(() => components.addComponent(ship, Position))).toMatch(/entity 0 .*`app\.Position`/);
    expect(world.get(ship, Position)).toEqual({ x: 1, y: 2 });
  });
});

describe("addComponents", () => {
  it("adds several at once", () => {
    components.addComponents(ship, [
      [Velocity, { x: 3 }],
      [Burning],
      [Pinned],
      [Paused],
      [Inventory, { items: [ship] }],
    ]);
    expect(world.get(ship, Velocity)).toEqual({ x: 3, y: 0 });
    expect(world.get(ship, Inventory)).toEqual({ items: [ship], gold: 0 });
    expect(components.hasComponents(ship, [Position, Burning, Pinned, Paused])).toBe(true);
  });

  it("adds none when one is there already, comes twice or is unknown", () => {
    expect(codeOf(() => components.addComponents(ship, [[Velocity], [Position]]))).toBe("ComponentAlreadyPresent");
    expect(codeOf(() => components.addComponents(ship, [[Velocity], [Velocity]]))).toBe("InvalidArgument");
    expect(codeOf(() => components.addComponents(ship, [[Velocity], [{ ...Label }]]))).toBe("UnknownComponent");
    expect(components.countComponents(ship)).toBe(1);
  });

  it("adds none when a value cannot be taken", () => {
    const unreadable = {
      get text(): string {
        throw new Error("unreadable");
      },
    };
    expect(messageOf(() => components.addComponents(ship, [[Velocity], [Burning], [Label, unreadable]]))).toBe(
      "unreadable",
    );
    expect(components.countComponents(ship)).toBe(1);
    expect(world.validate()).toEqual([]);
  });

  it("waits while a system runs", () => {
    world.select([Position]).each((_, entity) => {
      components.addComponents(entity, [[Velocity, { x: 9 }], [Pinned]]);
      expect(components.countComponents(entity)).toBe(1);
    });
    expect(world.get(ship, Velocity)?.x).toBe(9);
  });
});

describe("removeComponent", () => {
  it("says whether it was there", () => {
    expect([components.removeComponent(ship, Position), components.removeComponent(ship, Position)]).toEqual([
      true,
      false,
    ]);
    expect(components.countComponents(ship)).toBe(0);
  });
});

describe("removeComponents", () => {
  it("counts those that were there, each once", () => {
    components.addComponents(ship, [[Velocity], [Burning], [Pinned], [Paused]]);
    expect(components.removeComponents(ship, [Velocity, Label, Burning, Paused, Velocity])).toBe(3);
    expect(world.batches.componentsOf(ship)).toEqual([Pinned, Position]);
    expect(world.get(ship, Position)).toEqual({ x: 1, y: 2 });
  });
});

describe("getComponent", () => {
  it("gives a copy, or undefined", () => {
    const copy = components.getComponent(ship, Position);
    world.set(ship, Position, { x: 8 });
    expect(copy).toEqual({ x: 1, y: 2 });
    expect(components.getComponent(ship, Velocity)).toBeUndefined();
  });
});

describe("getComponents", () => {
  it("is aligned with the request", () => {
    const [velocity, position] = components.getComponents(ship, [Velocity, Position]);
    expect(velocity).toBeUndefined();
    expect(position?.y).toBe(2);
  });
});

describe("getAllComponents", () => {
  it("gives tokens and values", () => {
    components.addComponents(ship, [[Burning, { heat: 3 }], [Pinned]]);
    const all = components.getAllComponents(ship);
    expect(all.map(([component]) => component)).toEqual([Burning, Pinned, Position]);
    expect(all.map(([, value]) => value)).toEqual([{ heat: 3 }, true, { x: 1, y: 2 }]);
  });
});

describe("hasComponent, hasComponents", () => {
  it("ask for one, and for all", () => {
    expect([components.hasComponent(ship, Position), components.hasComponent(ship, Velocity)]).toEqual([true, false]);
    expect(components.hasComponents(ship, [Position, Velocity])).toBe(false);
    expect(components.hasComponents(ship, [])).toBe(true);
  });
});

describe("replaceComponent", () => {
  it("writes the whole component, or adds it", () => {
    components.replaceComponent(ship, Position, { x: 5 });
    expect(world.get(ship, Position)).toEqual({ x: 5, y: 0 });
    components.replaceComponent(ship, Velocity, { x: 6 });
    expect(world.get(ship, Velocity)).toEqual({ x: 6, y: 0 });
  });

  it("waits while a system runs", () => {
    world.select([Position]).each((_, entity) => components.replaceComponent(entity, Velocity, { x: 2 }));
    expect(world.get(ship, Velocity)?.x).toBe(2);
  });
});

describe("clearComponents", () => {
  it("takes all away, and counts them", () => {
    components.addComponents(ship, [[Burning], [Pinned], [Paused]]);
    expect([components.clearComponents(ship), components.clearComponents(ship)]).toEqual([4, 0]);
    expect(world.isAlive(ship)).toBe(true);
  });
});

describe("getEntitiesWithComponent, getEntitiesWithComponents, countComponents", () => {
  it("find entities by what they have", () => {
    const other = world.spawn({ position: {}, velocity: {}, burning: {} });
    expect(components.getEntitiesWithComponent(Position)).toEqual([ship, other]);
    expect(components.getEntitiesWithComponents([Position, Velocity])).toEqual([other]);
    expect(components.getEntitiesWithComponents([Burning, Pinned])).toEqual([]);
    expect(components.countComponents(other)).toBe(3);
  });
});

describe("every function that takes an entity", () => {
  const calls: Record<string, (entity: Entity) => unknown> = {
    addComponent: (entity) => components.addComponent(entity, Velocity),
    addComponents: (entity) => components.addComponents(entity, [[Velocity]]),
    removeComponent: (entity) => components.removeComponent(entity, Position),
    removeComponents: (entity) => components.removeComponents(entity, [Position]),
    getComponent: (entity) => components.getComponent(entity, Position),
    getComponents: (entity) => components.getComponents(entity, [Position]),
    getAllComponents: (entity) => components.getAllComponents(entity),
    hasComponent: (entity) => components.hasComponent(entity, Position),
    hasComponents: (entity) => components.hasComponents(entity, [Position]),
    replaceComponent: (entity) => components.replaceComponent(entity, Position),
    clearComponents: (entity) => components.clearComponents(entity),
    countComponents: (entity) => components.countComponents(entity),
  };

  it.each(Object.keys(calls))("%s detects a stale one, and none at all", (name) => {
    world.despawn(ship);
    world.spawn({ position: {} });
    expect(codeOf(() => calls[name]?.(ship))).toBe("StaleEntity");
    expect(codeOf(() => calls[name]?.(NO_ENTITY))).toBe("StaleEntity");
    expect(world.validate()).toEqual([]);
  });
});

describe("every function that takes a component", () => {
  const foreign = { ...Position };
  const calls: Record<string, () => unknown> = {
    addComponent: () => components.addComponent(ship, foreign),
    addComponents: () => components.addComponents(ship, [[foreign]]),
    removeComponent: () => components.removeComponent(ship, foreign),
    removeComponents: () => components.removeComponents(ship, [foreign]),
    getComponent: () => components.getComponent(ship, foreign),
    getComponents: () => components.getComponents(ship, [foreign]),
    hasComponent: () => components.hasComponent(ship, foreign),
    hasComponents: () => components.hasComponents(ship, [foreign]),
    replaceComponent: () => components.replaceComponent(ship, foreign),
    getEntitiesWithComponent: () => components.getEntitiesWithComponent(foreign),
    getEntitiesWithComponents: () => components.getEntitiesWithComponents([foreign]),
  };

  it.each(Object.keys(calls))("%s refuses the token of another layout", (name) => {
    expect(codeOf(() => calls[name]?.())).toBe("UnknownComponent");
  });
});
