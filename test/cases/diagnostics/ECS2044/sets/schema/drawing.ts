import { core, view } from "ecsgen/schema";

export interface Pens {
  draw(): void;
}

export const drawing = core({
  features: { pens: view<Pens>() },
  sets: { pens: {} },
  schedule: { update: [{ run: "pens.draw", set: "pens", after: "motion.integration.idle" }] },
});
