import type { Pinned, Position } from "./schema/motion.js";

export function settle(position: Position, pinned: Pinned): void {
  if (pinned) position.y = 0;
}
