import { systemModule } from "ecsgen/schema";
import { motion } from "../../schema/motion.js";
import * as impulses from "./impulses.js";
import { integrate } from "./integration.js";

export default systemModule({ core: motion, provides: { impulses: wrap(impulses), integration: { integrate: twice(integrate) } } });
