import { app } from "ecsgen/schema";
import { Chosen, Paused, Pinned, Seen } from "./schema/components.js";
import { brake, burn, count, move, splash } from "./systems/functions.js";

export default app({
  schedule: {
    fixedUpdate: [{ run: move, without: [Pinned, Paused] }],
    update: [{ run: brake, any: [Chosen, Seen] }, burn, splash, count],
  },
  fixedStep: 1 / 4,
  maxFixedSteps: 3,
});
