import type { Position, Time, Velocity } from "../../schema/motion.js";

export function integrat(position: Position, velocity: Readonly<Velocity>, time: Readonly<Time>): void {
  position.x += velocity.x * time.delta;
}
