import type { Position, Time, Velocity } from "../../schema/motion.js";

export function integrate(position: Position, velocity: Readonly<Velocity>, time: Readonly<Time>): void {
  position.x += velocity.x * time.delta;
}

export function stop(velocity: Velocity): void {
  if (Math.abs(velocity.y) < 0.01) velocity.y = 0;
}
