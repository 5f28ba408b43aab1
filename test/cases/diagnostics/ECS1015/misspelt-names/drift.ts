import type { Position } from "./schema/motion.js";

export function drift(position: Position): void {
  position.x += 1;
}
