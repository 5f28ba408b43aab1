import { systemModule } from "ecsgen/schema";
import { motion } from "../../schema/motion.js";

export default systemModule({ core: motion });
