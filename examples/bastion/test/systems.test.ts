// Functions of the module with plain objects: no world, no schedule.
import { NO_ENTITY, readerOf, type Entity } from "ecsgen/runtime";
import { expect, it } from "vitest";
import { aim, follow } from "../systems/classic/shooting.js";
import { decide, steer } from "../systems/classic/marching.js";
import { count } from "../systems/classic/rules.js";
import { createWorld } from "../generated/index.js";
import type { Target, Turret, Walker } from "../schema/bastion.js";

const orc = 7 as Entity;
const walking = (): Walker => ({ speed: 2, next: 0, bounty: 1, mood: "march" });
const target = (entity: Entity, x: number, y = 0): Target => ({
  entity,
  position: { x, y },
  walker: walking(),
});

it("makes the wounded run", () => {
  const walker = walking();
  const velocity = { x: 0, y: 0 };
  decide(walker, { points: 1, armour: undefined });
  steer(walker, { x: 0, y: 0 }, velocity, { points: [{ x: 0, y: 4 }] });
  expect(velocity).toEqual({ x: 0, y: 3 });
});

it("turns to the next point of the track", () => {
  const walker = walking();
  steer(walker, { x: 5, y: 0.1 }, { x: 0, y: 0 }, { points: [{ x: 5, y: 0 }] });
  expect(walker.next).toBe(1);
});

it("aims at the nearest in range, or at nobody", () => {
  const turret: Turret = { kind: "bolt", range: 4, damage: 1, reload: 1, wait: 0, target: orc };
  aim(turret, { x: 1, y: 0 }, [target(1 as Entity, 4), target(2 as Entity, 2), target(3 as Entity, 3)]);
  expect(turret.target).toBe(2);
  aim(turret, { x: 100, y: 0 }, [target(1 as Entity, 4)]);
  expect(turret.target).toBe(NO_ENTITY);
});

it("hits what it has come near to, and ends", () => {
  const world = createWorld();
  const missile = world.spawn();
  const hits: unknown[] = [];
  const shot = { kind: "fire", damage: 2, target: orc } as const;
  const writer = { emit: (hit: unknown) => hits.push(hit) };
  follow(shot, { x: 0, y: 0 }, { x: 0, y: 0 }, missile, [target(orc, 0.1)], world.commands, writer);
  world.flush();
  expect(hits).toEqual([{ victim: orc, damage: 2, kind: "fire" }]);
  expect(world.isAlive(missile)).toBe(false);
});

it("pays for the dead, and takes a life for each that passed", () => {
  const purse = { coins: 1, lives: 2, score: 0 };
  count(readerOf([{ bounty: 5 }, { bounty: 1 }]), readerOf([{}, {}, {}]), purse);
  expect(purse).toEqual({ coins: 7, lives: 0, score: 60 });
});
