import { app } from "ecsgen/schema";
import { declared, inspect, keep } from "./inspect.js";
import { Position } from "./schema/motion.js";

export default app({
  schedule: {
    update: [inspect, keep, { run: declared, access: { reads: [Position] } }],
  },
});
