import { core, view } from "ecsgen/schema";

export interface Integration {
  integrate(): void;
  settle(): void;
  idle(): void;
}

export const motion = core({
  features: { integration: view<Integration>() },
  schedule: {
    update: [
      { run: "integration.integrate", after: "drawing.pens.draw" },
      { run: "integration.settle", before: "integration.settle" },
    ],
  },
});
