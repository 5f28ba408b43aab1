import type { Entity, World as Any } from "ecsgen/schema";
import type { World } from "../../generated/index.js";
import { Velocity } from "../../generated/index.js";
import { step } from "../../generated/schedule.js";
import config from "../../ecsgen.config.js";

export function push(world: Any, body: Entity, dx: number, dy: number): void {
  world.set(body, Velocity, { x: dx, y: dy });
}
