import { app, use } from "ecsgen/schema";
import { gravity } from "./schema/gravity.js";
import euler from "./systems/euler/index.js";
import leapfrog from "./systems/leapfrog/index.js";
import rk4 from "./systems/rk4/index.js";

// The first module that covers all features is taken: `euler` and `rk4` are not symplectic, so it is `leapfrog`.
export default app({
  cores: [use(gravity, { features: ["symplectic", "energy", "closeApproach"], systems: [euler, rk4, leapfrog] })],
  fixedStep: 1 / 24,
  maxFixedSteps: 24,
  deterministic: true,
});
