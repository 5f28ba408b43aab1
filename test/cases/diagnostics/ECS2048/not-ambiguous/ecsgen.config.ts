import { app, use } from "ecsgen/schema";
import { brake, paint } from "./own.js";
import { motion } from "./schema/motion.js";
import euler from "./systems/euler/index.js";

export default app({
  cores: [use(motion, { features: ["impulses"], systems: [euler] })],
  schedule: {
    update: [
      { run: brake, ambiguous: { with: "motion.integration.integrate", because: "it brakes but a little" } },
      { run: paint, ambiguous: [{ with: "motion.integration.integrate", because: "nobody looks" }] },
      { run: paint, ambiguous: { with: brake } },
    ],
  },
});
