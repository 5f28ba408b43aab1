import type { World } from "ecsgen/schema";
import { draw } from "pictures";
import type { Velocity } from "./schema/motion.js";

export function inspect(world: World): void {
  draw(world);
}

export function keep(velocity: Velocity, world: World): void {
  velocity.x = 0;
  world.on(undefined, () => 0);
}

export function declared(world: World): void {
  draw(world);
}
