import type { Position, Time, Velocity } from "../../schema/motion.js";
import { settings } from "./settings.js";

export function integrate(position: Position, velocity: Readonly<Velocity>, time: Readonly<Time>): void {
  settings.steps++;
  position.x += velocity.x * time.delta;
  position.y += velocity.y * time.delta;
}
