import { core, view } from "ecsgen/schema";
import type { Dots } from "./dots.js";
import { Position } from "../motion.js";

export interface Fill extends Shading {
  fill(): void;
}
export const drawing = core({
  features: { lines: view<Lines>(), fill: view<Fill>(), dots: view<Dots>(), place: view<Position>() },
});
