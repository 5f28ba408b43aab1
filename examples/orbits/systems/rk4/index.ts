import { systemModule } from "ecsgen/schema";
import { gravity } from "../../schema/gravity.js";
import * as attraction from "../common/attraction.js";
import * as closeApproach from "../common/close-approach.js";
import * as energy from "../common/energy.js";
import * as integration from "./integration.js";

/** Runge and Kutta's method of fourth order: the most exact for a while, but its energy drifts with time. */
export default systemModule({ core: gravity, provides: { attraction, integration, energy, closeApproach } });
