import type { Entity } from "ecsgen/schema";
import type { Velocity } from "./schema/motion.js";
import type { Wind } from "./schema/wind.js";

export function blow(velocity: Velocity, wind: Wind, entity: Entity): void {
  velocity.x += wind.fork(entity).float();
}
