import type { Position } from "./schema/motion.js";

export function look(position: Position): void {
  console.log(lengthOf(position));
}

function lengthOf(of: Readonly<Position>): number {
  return Math.hypot(of.x, of.y);
}
