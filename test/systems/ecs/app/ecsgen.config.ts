import { ecs } from "ecsgen/ecs";
import { app, use } from "ecsgen/schema";
import { ecsSystem } from "ecsgen/systems/ecs";
import { move } from "./movement.js";
import { Pinned } from "./schema.js";

export default app({
  cores: [
    use(ecs, {
      features: ["entity", "component", "event", "query", "storage", "system", "world"],
      systems: [ecsSystem],
    }),
  ],
  schedule: { update: [{ run: move, without: [Pinned] }] },
  fixedStep: 0.5,
});
