import type { Library } from "../../../harness/trial.js";
import { digest, placeOf, speedOf } from "../../../runtime/values.js";
import { letters, valueOf } from "../../plan.js";
import {
  A,
  B,
  C,
  createWorld,
  D,
  Data,
  E,
  Position,
  Z,
  type Components,
  type World,
} from "../../world/generated/index.js";

/** Systems over entities, each run through the facade of its View. */
export const loops: Library = {
  packed_5: (size) => {
    const world = createWorld();
    const value = (i: number) => ({ value: valueOf(i) });
    world.spawnMany(size, (i) => ({
      a: value(i),
      b: value(i + 1),
      c: value(i + 2),
      d: value(i + 3),
      e: value(i + 4),
    }));
    const { doubling } = world.suite;
    return {
      run() {
        doubling.doubleA();
        doubling.doubleB();
        doubling.doubleC();
        doubling.doubleD();
        doubling.doubleE();
      },
      checksum: () => sum(world, A) + sum(world, B) + sum(world, C) + sum(world, D) + sum(world, E),
    };
  },
  simple_iter: (size) => {
    const world = createWorld();
    const group = size / 4;
    const letter = (i: number, more: number) => ({ value: valueOf(i) + more });
    const both = (i: number): Components => ({ a: letter(i, 0), b: letter(i, 8) });
    world.spawnMany(group, both);
    world.spawnMany(group, (i) => ({ ...both(i), c: letter(i, 16) }));
    world.spawnMany(group, (i) => ({ ...both(i), c: letter(i, 16), d: letter(i, 24) }));
    world.spawnMany(group, (i) => ({ ...both(i), c: letter(i, 16), e: letter(i, 32) }));
    const { swapping } = world.suite;
    return {
      run() {
        swapping.swapAB();
        swapping.swapCD();
        swapping.swapCE();
      },
      checksum: () => sum(world, A) + 3 * sum(world, B) + 5 * sum(world, C) + 7 * sum(world, D) + 11 * sum(world, E),
    };
  },
  frag_iter: (size) => {
    const world = createWorld();
    const rows = size / letters.length;
    letters.forEach((letter, group) => {
      world.spawnMany(rows, (i) => ({
        data: { value: valueOf(group * rows + i) },
        [letter.toLowerCase()]: { value: valueOf(i) },
      }));
    });
    const { doubling } = world.suite;
    return {
      run() {
        doubling.doubleData();
        doubling.doubleZ();
      },
      checksum: () => sum(world, Data) + 3 * sum(world, Z),
    };
  },
  move_3d: (size) => {
    const world = createWorld();
    world.spawnMany(size, (i) => ({
      position: { x: placeOf(i, 0), y: placeOf(i, 1), z: placeOf(i, 2) },
      velocity: { x: speedOf(i, 0), y: speedOf(i, 1), z: speedOf(i, 2) },
    }));
    return {
      run: () => world.suite.moving.move(),
      checksum() {
        let total = 0;
        world.select([Position]).each(({ x, y, z }) => (total += digest(x, y, z)));
        return total;
      },
    };
  },
};

function sum(world: World, letter: typeof A): number {
  let total = 0;
  world.select([letter]).each(({ value }) => (total += value));
  return total;
}
