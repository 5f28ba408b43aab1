import { core, view } from "ecsgen/schema";

export interface Integration {
  integrate(): void;
  settle(): void;
  idle(): void;
}

export const motion = core({
  features: { integration: view<Integration>() },
  sets: { physics: { before: "drawing.sets.pens" }, self: { after: "self" } },
  schedule: {
    update: [
      { run: "integration.integrate", set: "physics" },
      { run: "integration.settle", set: ["physics", "self"], after: "drawing.sets.pens" },
      { run: "integration.idle", set: "physics", after: "integration.settle" },
    ],
  },
});
