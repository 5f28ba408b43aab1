// A whole game: the same again, also from a save, and also when the lines of a step run in another order.
import { firstDifference } from "ecsgen/runtime";
import { expect, it } from "vitest";
import { newGame, play } from "../game.js";
import { Base, Burning, Hit, Passed, Purse, StandsOn, Stunned, Turret, Velocity } from "../generated/index.js";
import { shuffle } from "../generated/shuffle.js";
import { recording } from "../recording.js";

const original = newGame(recording.seed);
const expected = play(original, recording);

it("ends as it did when it was recorded", () => {
  expect(original.resource(Purse)).toEqual({ coins: 11, lives: 8, score: 140 });
  expect(original.validate()).toEqual([]);
});

it("is the same again", () => {
  expect(firstDifference(play(newGame(recording.seed), recording), expected)).toBeUndefined();
});

it("is another game with another seed", () => {
  const difference = firstDifference(play(newGame(8), recording, 120), expected);
  expect(difference?.parts).toContain("bastion.Dice");
});

it.each(["binary", "json"] as const)("goes on after a load as if it had not been saved: %s", (format) => {
  const world = newGame(recording.seed);
  play(world, recording, 1700);
  const later = newGame(0);
  later.state.load(world.state.save(format));
  expect(firstDifference(play(later, recording), expected)).toBeUndefined();
});

it.each([1, 2])("follows from what the lines touch, not from the order that they happen to have: %i", (seed) => {
  const world = newGame(recording.seed);
  shuffle(world, seed);
  expect(firstDifference(play(world, recording), expected)).toBeUndefined();
});

it("builds what the player can pay", () => {
  const world = newGame(1);
  const { building } = world.bastion;
  expect(building.build(0, 0, "shock")).toBeDefined();
  expect(building.build(1, 0, "shock")).toBeDefined();
  expect(building.build(2, 0, "bolt")).toBeUndefined();
  expect(world.resource(Purse).coins).toBe(0);
});

it("takes a turret with its base", () => {
  const world = newGame(1);
  const base = world.bastion.building.build(1, 2, "fire");
  if (base === undefined) throw new Error("the purse is empty");
  const [turret] = world.relations.sources(base, StandsOn);
  expect(turret).toBe(world.query({ all: [Turret] }).first());
  world.despawn(base);
  expect(world.query({ any: [Base, Turret] }).count()).toBe(0);
});

it("burns and stuns once, however often it is hit", () => {
  const world = newGame(1);
  const ogre = world.spawnOgre();
  for (const kind of ["fire", "fire", "shock", "shock", "bolt"] as const)
    world.emit(Hit, { victim: ogre, damage: 2, kind });
  world.step(1 / 60);
  expect([world.has(ogre, Burning), world.has(ogre, Stunned)]).toEqual([true, true]);
  for (let i = 0; i < 300; i++) world.step(1 / 60);
  expect([world.has(ogre, Burning), world.has(ogre, Stunned)]).toEqual([false, false]);
});

it("stands still when it is lost", () => {
  const world = newGame(1);
  for (let i = 0; i < 20; i++) world.emit(Passed);
  world.step(1 / 60);
  const goblin = world.spawnGoblin();
  for (let i = 0; i < 60; i++) world.step(1 / 60);
  expect(world.resource(Purse).lives).toBe(0);
  expect(world.get(goblin, Velocity)).toEqual({ x: 0, y: 0 });
});
