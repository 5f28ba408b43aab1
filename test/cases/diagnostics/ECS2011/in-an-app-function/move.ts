import type { Velocity } from "./schema/motion.js";

export function move(position, velocity: Readonly<Velocity>): void {
  position.x += velocity.x;
}
