import type { Position } from "./schema/motion.js";
import { nudge } from "./nudge.js";

export function move(position: Readonly<Position>): void {
  nudge(position);
}
