import type { Position, Time } from "../../schema/motion.js";

export function integrate(position: Position, velocity: { x: number; y: number }, time: Readonly<Time>): void {
  position.x += velocity.x * time.delta;
  velocity.y = 0;
}
