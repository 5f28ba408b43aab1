import { app, use } from "ecsgen/schema";
import { drift } from "./drift.js";
import { motion } from "./schema/motion.js";
import euler from "./systems/euler/index.js";

export default app({
  cores: [use(motoin, { features: ["impulses"], systems: [eulre] })],
  schedule: { update: [{ run: drift, without: [Pinned] }, drfit] },
});
