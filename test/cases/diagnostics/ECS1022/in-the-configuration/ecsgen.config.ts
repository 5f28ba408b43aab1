import { app, component, core, f32, use, view } from "ecsgen/schema";
import { motion } from "./schema/motion.js";
import euler from "./systems/euler/index.js";

export class Drag extends component({ factor: f32 }) {}
export interface Lines {
  draw(): void;
}
export const drawing = core({ features: { lines: view<Lines>() } });
export default app({ cores: [use(motion, { features: ["impulses"], systems: [euler] })] });
