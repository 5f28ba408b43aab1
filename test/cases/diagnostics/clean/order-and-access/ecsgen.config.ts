import { app, use } from "ecsgen/schema";
import { fall, glow, inspect, report } from "./own.js";
import { Hit, motion, Pinned, Velocity } from "./schema/motion.js";
import euler from "./systems/euler/index.js";

export default app({
  cores: [use(motion, { features: ["impulses"], systems: [euler] })],
  schedule: {
    update: [
      { run: inspect, access: { reads: [Velocity], writes: [Hit], adds: [Pinned] }, before: "motion.integration.integrate" },
      { run: fall, before: "motion.integration.integrate" },
      { run: glow, ambiguous: { with: "motion.integration.integrate", because: "it looks at a sum only" } },
      report,
    ],
  },
});
