import { app, use } from "ecsgen/schema";
import { motion } from "./schema/motion.js";
import euler from "./systems/euler/index.js";

const wanted = ["impulses"].filter(Boolean);
export default app({ cores: [use(motion, { features: wanted, systems: [euler] })], schedule: { update: plan() } });
