import type { Position, Time, Velocity } from "./schema/motion.js";

export function move(position: Position, velocity: Velocity, time: Time): void {
  position.x += velocity.x * time.delta;
}
export function look({ x }: Position, velocity: Velocity): void {
  show(velocity);
}
function show(velocity: Velocity): void {
  velocity.x = 0;
}
