import type { Library } from "../../../harness/trial.js";
import { tagsOf } from "../../crowd.js";
import { Amount, createWorld, type Components } from "../../crowd/generated/index.js";

/** Whole steps: many functions, few entities. */
export const crowd: Library = {
  "empty step": () => {
    const world = createWorld();
    return { run: () => world.step(1 / 60), checksum: () => world.entities.count };
  },
  "empty step, statistics": () => {
    const world = createWorld();
    world.timing.start();
    return { run: () => world.step(1 / 60), checksum: () => world.entities.count };
  },
  "128 tables, 50 queries": (size) => {
    const world = createWorld();
    world.schedule.disable("crowd.sets.weighing");
    for (let i = 0; i < size; i++) world.spawn(entityOf(i));
    return {
      run: () => world.step(1 / 60),
      checksum: () => {
        let sum = 0;
        world.select([Amount]).each(({ value }) => (sum += value));
        return sum;
      },
    };
  },
};

function entityOf(i: number): Components {
  const tags = tagsOf(i).map((letter) => [`tag${letter}`, true]);
  return { amount: { value: i & 63 }, ...Object.fromEntries(tags) };
}
