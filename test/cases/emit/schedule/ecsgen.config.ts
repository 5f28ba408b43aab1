import { app, use } from "ecsgen/schema";
import { answer, isCrowded, isSomebodyThere, isThereAnythingThatIsWorthRememberingAtAll, mark, plan, recallAllThatEverHappenedInThisWorld, sleep, think } from "./own.js";
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
  sets: { mind: { before: "physics.sets.contacts", if: isCrowded }, door: { if: "physics.questions.counting" } },
  schedule: {
    dreams: [sleep],
    ai: [think],
    "physics.broad": [{ run: mark, after: "physics.collisions.pair" }],
    postRender: [
      {
        run: recallAllThatEverHappenedInThisWorld,
        set: ["door", "physics.sets.touches"],
        if: isThereAnythingThatIsWorthRememberingAtAll,
      },
    ],
    postUpdate: [{ run: answer, after: "physics.bookkeeping.close", set: ["door", "physics.sets.touches"], if: isSomebodyThere }],
    update: [
      { run: mark, after: [plan, "physics.bookkeeping.count", "physics.collisions.wake"] },
      {
        run: plan,
        set: "mind",
        after: "physics.bookkeeping.count",
        ambiguous: { with: "physics.bookkeeping.open", because: "a diary is read in no order" },
      },
    ],
  },
  fixedStep: 1 / 2,
  maxFixedSteps: 3,
});
