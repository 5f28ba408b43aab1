import { app, use } from "ecsgen/schema";
import { motion, type Time } from "./schema/motion.js";
import euler from "./systems/euler/index.js";

export function look(time: Readonly<Time>): void {}

export default app({
  cores: [use(motion, { features: ["impulses"], systems: [euler] })],
  sets: { outside: { if: "weather.weather.isSunny" } },
  schedule: {
    update: [
      { run: look, set: "outside" },
      { run: look, if: "motion.rules.isRunning" },
    ],
  },
});
