import { core, view } from "ecsgen/schema";

export interface Integration {
  integrate(): void;
  settle(): void;
  idle(): void;
}

export const motion = core({
  features: { integration: view<Integration>() },
  sets: { physics: { after: "integration.idle" }, late: { before: ["phisics", "pens.draw"] } },
  schedule: {
    update: [
      { run: "integration.integrate", before: "integration.setle", set: ["physic", "motion.sets.late"] },
      { run: "integration.settle", after: ["drawing.pens.drew", "drawing.sets.pens", "painting.pens.draw"] },
    ],
  },
});
