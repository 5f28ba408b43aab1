import type { World } from "ecsgen/schema";
import { show } from "./show.js";

export function inspect(world: World): void {
  show("all", world);
}
