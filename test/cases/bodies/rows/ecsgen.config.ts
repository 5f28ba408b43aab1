import { app } from "ecsgen/schema";
import * as bodies from "./systems/bodies.js";

export default app({
  schedule: {
    update: [
      bodies.plain,
      bodies.patterns,
      bodies.deep,
      bodies.nested,
      bodies.same,
      bodies.everyPair,
      bodies.pairsOfParts,
      bodies.leaves,
      bodies.returns,
      bodies.maybe,
      bodies.chained,
      bodies.words,
      bodies.takenApart,
      bodies.shadowed,
      bodies.outside,
      bodies.first,
      bodies.looksUp,
      bodies.sorted,
      bodies.remembered,
      bodies.commented,
      bodies.labelled,
      bodies.mixed,
      bodies.handsOn,
      bodies.onlyWhole,
      bodies.captures,
      bodies.keepsSecret,
      bodies.sparse,
      bodies.given,
    ],
  },
});
