import type { Position } from "./schema/motion.js";

export function move(position: Position): void {
  position.x += 1;
}
