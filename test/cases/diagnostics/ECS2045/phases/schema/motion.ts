import { core, view } from "ecsgen/schema";

export interface Integration {
  integrate(): void;
  settle(): void;
  idle(): void;
}

export const motion = core({
  features: { integration: view<Integration>() },
  sets: { physics: { after: "drawing.pens.draw" } },
  schedule: {
    fixedUpdate: [
      { run: "integration.settle", set: "physics" },
      { run: "integration.integrate", set: "physics" },
    ],
    postRender: [{ run: "integration.idle", before: ["integration.integrate", "drawing.pens.draw"] }],
  },
});
