import { app, use } from "ecsgen/schema";
import { drawing } from "./schema/drawing.js";
import { motion } from "./schema/motion.js";
import euler from "./systems/euler/index.js";
import pens from "./systems/pens/index.js";

export function look(): void {}
export function away(): void {}

export default app({
  cores: [
    use(motion, { features: ["integration"], systems: [euler] }),
    use(drawing, { features: ["pens"], systems: [pens] }),
  ],
  schedule: { update: [look] },
});
