import type { Position } from "./schema/motion.js";

export async function move(position: Position) {
  position.x += 1;
}

export function* moves(position: Position) {
  yield (position.x += 1);
}
