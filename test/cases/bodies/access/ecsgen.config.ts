import { app } from "ecsgen/schema";
import * as bodies from "./systems/bodies.js";

export default app({
  schedule: {
    update: [
      bodies.numbers,
      bodies.givenBack,
      bodies.givenBackWhole,
      bodies.onlyLooksAtGivenBack,
      bodies.takenApart,
      bodies.defaults,
      bodies.inCircles,
      bodies.inList,
      bodies.inObject,
      bodies.assigned,
      bodies.closure,
      bodies.computed,
      bodies.lists,
      bodies.optional,
      bodies.chosen,
      bodies.thrown,
      bodies.written,
      bodies.events,
      bodies.queued,
      bodies.aliased,
      bodies.looped,
      bodies.handed,
      bodies.asked,
      bodies.set,
      bodies.live,
      bodies.tracked,
      bodies.ended,
      bodies.related,
      bodies.rows,
      bodies.sorted,
    ],
  },
});
