import type { Position } from "../../schema/motion.js";
import { integrate as advance } from "../euler/integration.js";
import { half } from "../common/half.js";

export function integrate(position: Position): void {
  position.x = half(position.x);
}
