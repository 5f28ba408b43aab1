import { app, use } from "ecsgen/schema";
import { mark, sleep, think } from "./own.js";
import { drawing } from "./schema/drawing.js";
import { physics } from "./schema/physics.js";
import { pens } from "./systems/drawing.js";
import { bodies } from "./systems/physics.js";

export default app({
  cores: [
    use(drawing, { features: ["pictures"], systems: [pens] }),
    use(physics, { features: ["collisions", "bookkeeping"], systems: [bodies] }),
  ],
  phases: { ai: { before: "update" }, dreams: { after: "ai" } },
  schedule: { dreams: [sleep], ai: [think], "physics.broad": [mark] },
  fixedStep: 1 / 2,
  maxFixedSteps: 3,
});
