import type { World } from "ecsgen/schema";

export function inspect(world: World): void {
  world.validate();
}
