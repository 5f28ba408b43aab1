import type { Position, Velocity } from "../../schema/motion.js";

export function integrate(position: Position, velocity: Readonly<Velocity>): void {
  position.x += velocity.x;
  position.y += velocity.y;
}
