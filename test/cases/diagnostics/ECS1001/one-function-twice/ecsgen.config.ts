import { app, use } from "ecsgen/schema";
import { drift } from "./drift.js";
import { motion } from "./schema/motion.js";
import euler from "./systems/euler/index.js";

export default app({
  cores: [use(motion, { features: ["impulses"], systems: [euler] })],
  schedule: { update: [{ run: drift, after: ["motion.integration.integrate"] }] },
});
