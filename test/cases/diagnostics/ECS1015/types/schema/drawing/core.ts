import { core, view } from "ecsgen/schema";
import type { Positon } from "../motion.js";

export interface Lines {
  draw(position: Positon): void;
  move(world: World, at: Readonly<Velocity>): void;
}
export const drawing = core({ features: { lines: view<Lines>() } });
