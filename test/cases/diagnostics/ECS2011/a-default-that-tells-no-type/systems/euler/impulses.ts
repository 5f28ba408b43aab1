import type { Entity, World } from "ecsgen/schema";

const still = 0;

export function push(world: World, body: Entity, dx = still, dy = Math.min(0, still)): void {
  if (dx + dy > 0) world.despawn(body);
}
