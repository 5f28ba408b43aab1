import type { Position, Velocity } from "./schema/motion.js";

export const move = (position: Position, velocity: Readonly<Velocity>): void => {
  let one: { x: number; y: number } = velocity;
  const { x } = one;
  one = position;
  one.x += x;
  let other: { x: number; y: number } = position;
  other.y += 1;
  other = velocity;
  other.y -= 1;
};
