import type { Position, Time, Velocity } from "../../schema/motion.js";
import { jitter } from "./jitter.js";

export function integrate(position: Position, velocity: Readonly<Velocity>, time: Readonly<Time>): void {
  position.x += velocity.x * time.delta + jitter();
  position.y += velocity.y * time.delta;
}
