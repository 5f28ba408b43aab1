import { NotImplemented } from "ecsgen/schema";
import type { Position } from "../../schema/motion.js";

export function integrate(position: Position): void {
  throw new NotImplemented("motion.integration.integrate");
}
