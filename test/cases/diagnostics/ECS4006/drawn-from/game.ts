import type { Entity } from "ecsgen/schema";
import type { Velocity } from "./schema/motion.js";
import type { Wind } from "./schema/wind.js";

export function blow(velocity: Velocity, wind: Readonly<Wind>, entity: Entity): void {
  velocity.x += wind.fork(entity).float();
  if (wind.chance(0.5)) velocity.y += gust(wind);
}

function gust(wind: Wind): number {
  return wind.between(1, 2);
}
