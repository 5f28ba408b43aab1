import type { Position } from "./schema/motion.js";

export function stop(velocity: Velocity): void {
  velocity.x = 0;
}
export function settle(position: Position, pinned: Pinned): void {
  if (pinned) position.y = 0;
}
