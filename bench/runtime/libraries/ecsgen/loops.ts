import type { Library, Trial } from "../../../harness/trial.js";
import { fragments } from "../../cases.js";
import { digest, placeOf, speedOf } from "../../values.js";
import {
  Body,
  createWorld,
  Place,
  Position,
  Velocity,
  type Components,
  type World,
} from "../../world/generated/index.js";

/** Systems over entities, each run through the facade of its View. */
export const loops: Library = {
  "move 2d": (size) => moving(createWorld(), (world) => world.spawnMany(size, plane)),
  "26 tables": (size) => moving(createWorld(), (world) => spawnFragments(world, size)),
  "move 3d": (size) => {
    const world = createWorld();
    world.spawnMany(size, (i) => ({
      place: { x: placeOf(i, 0), y: placeOf(i, 1), z: placeOf(i, 2) },
      speed: { x: speedOf(i, 0), y: speedOf(i, 1), z: speedOf(i, 2) },
    }));
    return {
      run: () => world.loops.moves.space(),
      checksum: () => sum((add) => world.select([Place]).each((at) => add(at.x, at.y, at.z))),
    };
  },
  "move vec3": (size) => {
    const world = createWorld();
    world.spawnMany(size, (i) => ({
      body: { at: { x: placeOf(i, 0), y: placeOf(i, 1), z: placeOf(i, 2) } },
      motion: { by: { x: speedOf(i, 0), y: speedOf(i, 1), z: speedOf(i, 2) } },
    }));
    return {
      run: () => world.loops.moves.vector(),
      checksum: () => sum((add) => world.select([Body]).each(({ at }) => add(at.x, at.y, at.z))),
    };
  },
  bounce: (size) => inPlane(size, (world) => world.loops.moves.bounce()),
  "query, one pass": (size) => inPlane(size, (world) => world.loops.crowds.drift()),
  "query, nested": (size) => inPlane(size, (world) => world.loops.crowds.nested()),
  "query, pairs": (size) => inPlane(size, (world) => world.loops.crowds.pairwise()),
};

function inPlane(size: number, run: (world: World) => void): Trial {
  const world = createWorld();
  world.spawnMany(size, plane);
  return { run: () => run(world), checksum: () => sumOfPlane(world) };
}

function moving(world: World, spawn: (world: World) => void): Trial {
  spawn(world);
  return { run: () => world.loops.moves.plane(), checksum: () => sumOfPlane(world) };
}

function plane(i: number): Components {
  return {
    position: { x: placeOf(i, 0), y: placeOf(i, 1) },
    velocity: { x: speedOf(i, 0), y: speedOf(i, 1) },
  };
}

/** Entities in as many tables as there are letters. */
function spawnFragments(world: World, size: number): void {
  for (let i = 0; i < size; i++) {
    const letter = String.fromCharCode("A".charCodeAt(0) + Math.floor(i / fragments.rows));
    world.spawn({ ...plane(i), [`letter${letter}`]: {} });
  }
}

function sumOfPlane(world: World): number {
  return sum((add) => world.select([Position, Velocity]).each((p, v) => add(p.x, p.y, v.x, v.y)));
}

function sum(visit: (add: (...parts: number[]) => void) => void): number {
  let total = 0;
  visit((...parts) => (total += digest(...parts)));
  return total;
}
