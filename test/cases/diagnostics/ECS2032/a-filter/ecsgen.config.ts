import { app } from "ecsgen/schema";
import { move } from "./move.js";
import { Armed, Awake, Fresh, Loose, Seen, Towed } from "./schema/states.js";

export default app({
  schedule: {
    update: [
      { run: move, with: [Awake, Seen] },
      { run: move, any: [Armed, Loose] },
      { run: move, any: [Armed, Seen] },
      { run: move, with: [Towed] },
      { run: move, removed: [Awake] },
      { run: move, with: [Fresh], without: [Armed] },
    ],
  },
});
