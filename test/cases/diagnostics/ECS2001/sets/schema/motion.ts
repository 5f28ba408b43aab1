import { core, view } from "ecsgen/schema";

export interface Integration {
  integrate(): void;
  settle(): void;
  idle(): void;
}
export interface Rules {
  check(): void;
}

export const motion = core({
  features: { integration: view<Integration>(), sets: view<Rules>() },
  sets: { "two words": {}, $odd: {}, fine: {} },
  schedule: { update: ["integration.integrate"] },
});
