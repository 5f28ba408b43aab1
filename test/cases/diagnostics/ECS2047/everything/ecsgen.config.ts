import { app, use } from "ecsgen/schema";
import { inspect } from "./inspect.js";
import { motion } from "./schema/motion.js";
import euler from "./systems/euler/index.js";

export default app({
  cores: [use(motion, { features: ["impulses"], systems: [euler] })],
  schedule: { update: [{ run: inspect, access: "everything" }] },
});
