import * as words from "ecsgen/schema";

export const push = (world: words.World, body: words.Entity, dx: number, dy: number): void => {
  throw new words.NotImplemented("motion.impulses.push");
};
