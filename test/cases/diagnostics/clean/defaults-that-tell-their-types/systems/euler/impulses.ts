import type { Entity, World } from "ecsgen/schema";

export function push(world: World, body: Entity, dx = 0, dy = -1.5): void {
  if (dx + dy > 0) world.despawn(body);
}
