import type { Library, Trial } from "../../../harness/trial.js";
import { digest, placeOf, speedOf } from "../../values.js";
import {
  createWorld,
  Glow,
  Mark,
  Position,
  type Components,
  type Entity,
  type World,
} from "../../world/generated/index.js";

/** Structural changes. */
export const changes: Library = {
  "add and remove, 1 other": (size) => addAndRemove(size, 1),
  "add and remove, 5 others": (size) => addAndRemove(size, 5),
  "add and remove, 10 others": (size) => addAndRemove(size, 10),
  "add and remove, sparse": (size) => {
    const world = createWorld();
    const entities = spawnAll(world, size);
    return {
      run() {
        for (const entity of entities) world.add(entity, Glow, { value: 1 });
        for (const entity of entities) world.remove(entity, Glow);
      },
      checksum: () => sumOfAll(world),
    };
  },
  spawn: (size) => {
    const world = createWorld();
    let entities: Entity[] = [];
    return {
      prepare: () => void entities.splice(0).forEach((entity) => world.despawn(entity)),
      run: () => void (entities = spawnAll(world, size)),
      checksum: () => sumOfAll(world),
    };
  },
  "spawn in bulk": (size) => {
    const world = createWorld();
    let entities: Entity[] = [];
    return {
      prepare: () => void entities.splice(0).forEach((entity) => world.despawn(entity)),
      run: () => void (entities = world.spawnMany(size, { position: { x: 3, y: 4 }, velocity: { x: 1, y: 2 } })),
      checksum: () => sumOfAll(world),
    };
  },
  despawn: (size) => {
    const world = createWorld();
    let entities: Entity[] = [];
    return {
      prepare: () => void (entities = spawnAll(world, size)),
      run() {
        for (const entity of entities) world.despawn(entity);
      },
      checksum: () => world.entityCount,
    };
  },
};

function spawnAll(world: World, size: number): Entity[] {
  const entities: Entity[] = [];
  for (let i = 0; i < size; i++) {
    entities.push(
      world.spawn({
        position: { x: placeOf(i, 0), y: placeOf(i, 1) },
        velocity: { x: speedOf(i, 0), y: speedOf(i, 1) },
      }),
    );
  }
  return entities;
}

function addAndRemove(size: number, others: number): Trial {
  const world = createWorld();
  const fillers: Components = Object.fromEntries(
    Array.from({ length: others - 1 }, (_, i) => [`filler${i + 1}`, { first: i, second: 1 }]),
  );
  const entities: Entity[] = [];
  for (let i = 0; i < size; i++) {
    entities.push(world.spawn({ position: { x: placeOf(i, 0), y: placeOf(i, 1) }, ...fillers }));
  }
  return {
    run() {
      for (const entity of entities) world.add(entity, Mark, { value: 1 });
      for (const entity of entities) world.remove(entity, Mark);
    },
    checksum: () => sumOfAll(world),
  };
}

function sumOfAll(world: World): number {
  let total = world.entityCount;
  world.select([Position]).each((position) => (total += digest(position.x, position.y)));
  return total;
}
