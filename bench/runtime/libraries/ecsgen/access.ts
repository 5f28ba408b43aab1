import type { Library, Trial } from "../../../harness/trial.js";
import { placeOf, shuffled, speedOf } from "../../values.js";
import { createWorld, Place, type Entity, type World } from "../../world/generated/index.js";

/** Access to single entities, and what entities cost to hold. */
export const access: Library = {
  "random get": (size) => {
    const world = createWorld();
    const targets = shuffledEntities(world, size);
    let total = 0;
    return {
      run() {
        total = 0;
        for (const entity of targets) total += world.get(entity, Place)?.y ?? 0;
      },
      checksum: () => total,
    };
  },
  "random set": (size) => {
    const world = createWorld();
    const targets = shuffledEntities(world, size);
    let count = 0;
    return {
      run() {
        count++;
        for (const entity of targets) world.set(entity, Place, { y: count });
      },
      checksum() {
        let total = 0;
        for (const entity of targets) total += world.get(entity, Place)?.y ?? 0;
        return total;
      },
    };
  },
  memory: (size) =>
    held(() => {
      const world = createWorld();
      world.spawnMany(size, { place: {}, speed: {} });
      return world;
    }),
  "memory, one by one": (size) =>
    held(() => {
      const world = createWorld();
      for (let i = 0; i < size; i++) world.spawn({ place: {}, speed: {} });
      return world;
    }),
};

function held(make: () => World): Trial {
  let world: World | undefined;
  return { run: () => void (world = make()), checksum: () => world?.entityCount ?? 0 };
}

function shuffledEntities(world: World, size: number): Entity[] {
  const entities = world.spawnMany(size, (i) => ({
    place: { x: placeOf(i, 0), y: placeOf(i, 1), z: placeOf(i, 2) },
    speed: { x: speedOf(i, 0), y: speedOf(i, 1), z: speedOf(i, 2) },
  }));
  return shuffled(size).flatMap((i) => entities[i] ?? []);
}
