import type { Entity, World } from "ecsgen/schema";

export function push(world: World, body: Entity, dx: number, dy: number): void {
  const velocity = world.tokens.component("motion.Velocity");
  if (world.has(body, velocity)) world.set(body, velocity, { x: dx, y: dy });
}
