import type { Position } from "./schema.js";

/** Everything moves to the right. */
export function drift(position: Position): void {
  position.x += 1;
}
