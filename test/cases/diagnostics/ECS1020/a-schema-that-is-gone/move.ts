import type { Friction } from "./schema/friction.js";
import type { Velocity } from "./schema/motion.js";

export function move(friction: Readonly<Friction>): void {
  if (friction.value > 1) throw new Error("too rough");
}
export function drag(velocity: Velocity, friction: Readonly<Friction>): void {
  velocity.x *= friction.value;
}
