import type { Velocity } from "./schema/motion.js";

export function blow(velocity: Velocity): void {
  velocity.x += Math.random();
  velocity.y = 0;
}

/** The main loop is no function of the world. */
export function start(step: (delta: number) => void): void {
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    step((now - last) / 1000);
    last = now;
  }, 16);
}
