import { app } from "ecsgen/schema";
import { freed, moved, started, warmed } from "./functions.js";
import { Heat, Paused, Pinned, Position, Velocity } from "./schema.js";

export default app({
  schedule: {
    update: [
      { run: started, added: [Velocity] },
      { run: freed, without: [Paused], removed: [Pinned] },
      { run: warmed, changed: [Heat] },
      { run: moved, changed: [Position] },
    ],
  },
});
