import { app, use } from "ecsgen/schema";
import { motion } from "./schema/motion.js";
import euler from "./systems/euler/index.js";
import { push } from "./systems/push.js";
import verlet from "./systems/verlet/index.js";

export default app({
  cores: [use(motion, { features: ["impulses"], systems: [push, verlet, euler] })],
});
