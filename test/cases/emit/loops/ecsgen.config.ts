import { app, use } from "ecsgen/schema";
import { report, shout } from "./report.js";
import { Stunned, battle } from "./schema/battle.js";
import fight from "./systems/fight/index.js";

export default app({
  cores: [use(battle, { features: ["combat"], systems: [fight] })],
  schedule: { update: [{ run: report, after: "battle.death.record" }, { run: shout, with: [Stunned] }] },
  fixedStep: 1 / 50,
  maxFixedSteps: 4,
});
