import { app, use } from "ecsgen/schema";
import { brake, drop, fall, lift, mark, rest } from "./own.js";
import { motion, Pinned } from "./schema/motion.js";
import euler from "./systems/euler/index.js";

export default app({
  cores: [use(motion, { features: ["impulses"], systems: [euler] })],
  phases: { early: { before: "update" } },
  schedule: {
    early: [mark, drop],
    update: [{ run: lift, with: [Pinned] }, fall, brake],
    "motion.late": [rest],
  },
});
