import { app, use } from "ecsgen/schema";
import { motion } from "./schema/motion.js";

export default app({ cores: [use(motion, { features: ["integration"], systems: [] })] });
