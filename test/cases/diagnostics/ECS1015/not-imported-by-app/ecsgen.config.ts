import { app, use } from "ecsgen/schema";
import { settle, stop } from "./game.js";
import { motion } from "./schema/motion.js";
import euler from "./systems/euler/index.js";

export default app({
  cores: [use(motion, { features: ["impulses"], systems: [euler] })],
  schedule: { postUpdate: [settle, stop] },
});
