import type { Motion } from "./schema/physics.js";
import type { Placement } from "./schema/scene.js";

/** Moves what moves, and turns nothing. */
export function settle(placement: Placement, motion: Readonly<Motion>): void {
  const { velocity } = motion;
  if (velocity === undefined) return;
  placement.position.x += velocity.x;
  placement.position.y += velocity.y;
  placement.position.z += velocity.z;
}
