import type { Position, Time, Velocity } from "../../schema/motion.js";

export function integrate(position: Velocity, velocity: Readonly<Position>, time: Readonly<Time>): void {
  position.x += velocity.x * time.delta;
}
