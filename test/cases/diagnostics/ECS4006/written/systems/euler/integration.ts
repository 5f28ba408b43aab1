import type { Position, Time, Velocity } from "../../schema/motion.js";

export function integrate(position: Position, velocity: Readonly<Velocity>, time: Readonly<Time>): void {
  position.x += velocity.x * time.delta;
  velocity.y *= 0.99;
  const { x } = velocity;
  const alias = velocity as Velocity;
  alias.x--;
  Object.assign(time, { delta: x });
}
