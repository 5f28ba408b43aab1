import { app, use } from "ecsgen/schema";
import { motion } from "./schema/motion.js";
import euler from "./systems/euler/index.js";
import { verlet } from "./systems/verlet.js";

export default app({ cores: [use(motion, { features: ["impuls"], systems: [euler, verlet] })], maxFixedSteps: 1.5 });
