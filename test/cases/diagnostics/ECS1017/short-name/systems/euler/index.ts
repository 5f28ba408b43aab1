import { systemModule } from "ecsgen/schema";
import { motion } from "#schema/motion.js";
import * as impulses from "./impulses.js";
import * as integration from "./integration.js";

export default systemModule({ core: motion, provides: { impulses, integration } });
