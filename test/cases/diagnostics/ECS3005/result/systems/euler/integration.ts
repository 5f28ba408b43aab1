import type { Position, Time, Velocity } from "../../schema/motion.js";

export async function integrate(position: Position, velocity: Readonly<Velocity>, time: Readonly<Time>): Promise<void> {
  position.x += velocity.x * time.delta;
}
