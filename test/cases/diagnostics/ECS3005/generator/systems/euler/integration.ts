import type { Position, Time, Velocity } from "../../schema/motion.js";

export function* integrate(position: Position, velocity: Readonly<Velocity>, time: Readonly<Time>): Generator {
  position.x += velocity.x * time.delta;
}
