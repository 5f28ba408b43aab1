import { component, f32 } from "ecsgen/schema";
import type { Position, Time, Velocity } from "../../schema/motion.js";

export class Drag extends component({ factor: f32 }) {}
export function integrate(position: Position, velocity: Readonly<Velocity>, time: Readonly<Time>): void {
  position.x += velocity.x * time.delta;
  position.y += velocity.y * time.delta;
}
