import type { Entity, World } from "ecsgen/schema";
import { Velocity } from "../../generated/components/velocity.js";

export function push(world: World, body: Entity, dx: number, dy: number): void {
  const velocity = world.get(body, Velocity);
  if (velocity !== undefined) world.set(body, Velocity, { x: velocity.x + dx, y: velocity.y + dy });
}
