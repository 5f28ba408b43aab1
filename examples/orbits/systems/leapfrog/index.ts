import { systemModule } from "ecsgen/schema";
import { gravity } from "../../schema/gravity.js";
import * as attraction from "../common/attraction.js";
import * as closeApproach from "../common/close-approach.js";
import * as energy from "../common/energy.js";
import * as integration from "./integration.js";
import * as symplectic from "./symplectic.js";

/** The leapfrog, of second order: its energy swings, and never drifts away. */
export default systemModule({
  core: gravity,
  provides: { attraction, integration, symplectic, energy, closeApproach },
});
