import { NotImplemented, type Entity, type World } from "ecsgen/schema";

export function push(world: World, body: Entity, dx: number, dy: number): void {
  throw new NotImplemented("motion.impulses.push");
}
