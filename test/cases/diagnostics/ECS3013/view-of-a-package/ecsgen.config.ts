import { pulse } from "@acme/pulse";
import slow from "@acme/pulse/slow";
import { app, use } from "ecsgen/schema";
import { motion } from "./schema/motion.js";
import euler from "./systems/euler/index.js";

export default app({
  cores: [
    use(motion, { features: ["impulses"], systems: [euler] }),
    use(pulse, { features: ["beats", "rests"], systems: [slow] }),
  ],
});
