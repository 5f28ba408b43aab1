import { systemModule } from "ecsgen/schema";
import { motion } from "../../schema/motion.js";
import * as impulses from "./impulses.js";
import * as integration from "./integration.js";

/** Explicit Euler: simple, drifts. */
export default systemModule({ core: motion, provides: { impulses, integration } });
