import { app, use } from "ecsgen/schema";
import { motion } from "./schema/motion.js";
import euler from "./systems/euler/index.js";

export default app({
  cores: [use(motion, { features: ["impulses"], system: [euler], systems: [euler] })],
  fixedSteps: 1 / 60,
  schedule: { fixedupdate: [] },
});
