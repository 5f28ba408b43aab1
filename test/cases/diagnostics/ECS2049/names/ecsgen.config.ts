import { app } from "ecsgen/schema";
import { inspect } from "./inspect.js";
import { Hit, motion, Position, Time } from "./schema/motion.js";

export default app({
  schedule: {
    update: [
      { run: inspect, access: { reads: [Hit, motion], adds: [Time], removes: [Position], despawns: true } },
      { run: inspect, access: "all" },
      { run: inspect, access: { read: [Position] } },
    ],
  },
});
