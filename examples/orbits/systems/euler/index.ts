import { systemModule } from "ecsgen/schema";
import { gravity } from "../../schema/gravity.js";
import * as attraction from "../common/attraction.js";
import * as energy from "../common/energy.js";
import * as integration from "./integration.js";

/** Explicit Euler, of first order: simple, and bodies gain energy until they are gone. */
export default systemModule({ core: gravity, provides: { attraction, integration, energy } });
