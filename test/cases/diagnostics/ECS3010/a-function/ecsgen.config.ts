import { app, use } from "ecsgen/schema";
import { motion } from "./schema/motion.js";
import { integrate } from "./systems/euler/integration.js";

export default app({ cores: [use(motion, { features: ["integration"], systems: [integrate] })] });
