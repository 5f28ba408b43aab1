import type { Position, Time, Velocity } from "../../schema/motion.js";

export function integrate(position: Position, velocity: Velocity, time: Time): void {
  position.x += velocity.x * time.delta;
  velocity.y -= time.delta;
}
