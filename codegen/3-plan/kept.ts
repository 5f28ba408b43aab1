import type { Obstacle } from "../model/obstacles.js";

/** Ends printing: the function keeps its cursor form, or a loop over rows its own. */
export class Kept extends Error {
  readonly obstacle: Obstacle;
  /** The loop over rows that cannot be printed; undefined when it is the function. */
  readonly loop: number | undefined;

  /** `loop` is the number of its first row. */
  constructor(obstacle: Obstacle, loop?: number) {
    super(obstacle.why);
    this.obstacle = obstacle;
    this.loop = loop;
  }
}
