import type { World } from "ecsgen/schema";
import { draw } from "pictures";

export function inspect(world: World): void {
  draw(world);
}
