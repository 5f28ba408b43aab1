import { systemModule } from "ecsgen/schema";
import { motion } from "../../schema/motion.js";
import * as impulses from "./impulses.js";

export default systemModule({ core: motion, provides: { impulses } });
