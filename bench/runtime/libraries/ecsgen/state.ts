import type { Library } from "../../../harness/trial.js";
import { placeOf, speedOf } from "../../values.js";
import { createWorld } from "../../world/generated/index.js";

/** The state of a world as a whole. */
export const state: Library = {
  hash: (size) => {
    const world = createWorld();
    world.spawnMany(size, (i) => ({
      place: { x: placeOf(i, 0), y: placeOf(i, 1), z: placeOf(i, 2) },
      speed: { x: speedOf(i, 0), y: speedOf(i, 1), z: speedOf(i, 2) },
    }));
    const first = world.state.hash();
    let last = 0n;
    return { run: () => void (last = world.state.hash()), checksum: () => Number(first === last) };
  },
};
