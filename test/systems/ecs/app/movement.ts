import type { Position, Time, Velocity } from "./schema.js";

/** Moves what has a velocity. */
export function move(position: Position, velocity: Readonly<Velocity>, time: Readonly<Time>): void {
  position.x += velocity.x * time.delta;
  position.y += velocity.y * time.delta;
}
