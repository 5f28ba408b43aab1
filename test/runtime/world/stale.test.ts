// Every call that takes an entity, with every sort of entity that is none.
import type { Entity } from "ecsgen/runtime";
import { describe, expect, it } from "vitest";
import { makeEntity } from "../../../runtime/entities/entity.js";
import { Burning, createWorld, NO_ENTITY, Paused, Pinned, Position, type World } from "../kit/generated/index.js";
import { InitError, unreadable } from "../properties/failures.js";

const sorts: readonly (readonly [string, (world: World) => Entity])[] = [
  ["despawned", (world) => ended(world)],
  [
    "despawned, its index in use again",
    (world) => {
      const stale = ended(world);
      world.spawn({ position: { x: 1 }, burning: {}, paused: true });
      return stale;
    },
  ],
  ["gone with all others", (world) => [world.spawn(), world.clear()][0] ?? NO_ENTITY],
  ["of another world", () => createWorld().spawnMany(10)[9]],
  ["of a spawn that failed", (world) => failed(world)],
  ["no entity", () => NO_ENTITY],
  ["forged: the next generation", (world) => makeEntity(world.spawn() & 0x3fffff, 2)],
  ["forged: an index beyond all", () => makeEntity(4_194_303, 1023)],
];

function ended(world: World): Entity {
  const entity = world.spawn({ position: {}, burning: {}, paused: true });
  world.despawn(entity);
  return entity;
}

/** The id that a spawn took and gave back. */
function failed(world: World): Entity {
  expect(() => world.spawn({ position: unreadable("x") })).toThrow(InitError);
  return makeEntity(0, 1);
}

const throwing: readonly (readonly [string, (world: World, entity: Entity) => unknown])[] = [
  ["has", (world, entity) => world.has(entity, Position)],
  ["has, sparse", (world, entity) => world.has(entity, Burning)],
  ["has, toggle", (world, entity) => world.has(entity, Paused)],
  ["get", (world, entity) => world.get(entity, Position)],
  ["get, sparse", (world, entity) => world.get(entity, Burning)],
  ["set", (world, entity) => world.set(entity, Position, { x: 1 })],
  ["add", (world, entity) => world.add(entity, Pinned)],
  ["add, sparse", (world, entity) => world.add(entity, Burning)],
  ["add, toggle", (world, entity) => world.add(entity, Paused)],
  ["remove", (world, entity) => world.remove(entity, Position)],
  ["remove, toggle", (world, entity) => world.remove(entity, Paused)],
  ["commands.despawn", (world, entity) => world.commands.despawn(entity)],
  ["commands.add", (world, entity) => world.commands.add(entity, Position)],
  ["commands.set", (world, entity) => world.commands.set(entity, Position, { x: 1 })],
  ["commands.remove", (world, entity) => world.commands.remove(entity, Position)],
];

const answering: readonly (readonly [string, (world: World, entity: Entity) => boolean])[] = [
  ["isAlive", (world, entity) => world.isAlive(entity)],
  ["despawn", (world, entity) => world.despawn(entity)],
  ["query.has", (world, entity) => world.query({}).has(entity)],
  ["query.has, sparse", (world, entity) => world.query({ all: [Burning] }).has(entity)],
];

describe.each(sorts)("an entity that is %s", (_name, make) => {
  it.each(throwing)("is caught by `%s`", (_call, call) => {
    const world = createWorld();
    const entity = make(world);
    const before = world.entityCount;
    expect(() => call(world, entity)).toThrow(expect.objectContaining({ code: "StaleEntity" }));
    expect([world.entityCount, world.commands.waiting]).toEqual([before, 0]);
  });

  it.each(throwing)("is caught by `%s` in a loop", (_call, call) => {
    const world = createWorld();
    const entity = make(world);
    world.spawn({ velocity: {} });
    const loop = (): void => world.select([]).each(() => call(world, entity));
    expect(loop).toThrow(expect.objectContaining({ code: "StaleEntity" }));
    expect(world.commands.waiting).toBe(0);
  });

  it.each(answering)("is none for `%s`", (_call, call) => {
    const world = createWorld();
    const entity = make(world);
    expect(call(world, entity)).toBe(false);
  });
});
