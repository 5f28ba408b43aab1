import type { World } from "ecsgen/schema";

const shown = new WeakSet<World>();

export function show(title: string, world: World): void {
  console.log(title, world.entityCount);
  shown.add(world);
}
