import type { Position, Velocity } from "../../schema/motion.js";

let calls = 0;
export function integrate(position: Position, velocity: Velocity): void {
  calls++;
  position.x += velocity.x;
}
