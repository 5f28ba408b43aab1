import { app } from "ecsgen/schema";
import { ChildOf } from "./schema/relations.js";
import { countChildren, countFree } from "./systems/count.js";

export default app({
  schedule: {
    update: [
      { run: countChildren, with: [ChildOf] },
      { run: countFree, without: [ChildOf] },
    ],
  },
});
