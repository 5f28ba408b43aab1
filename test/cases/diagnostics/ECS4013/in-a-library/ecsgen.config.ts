import { library } from "ecsgen/schema";
import { motion } from "./schema/motion.js";
import euler from "./systems/euler/index.js";

export default library({ cores: [motion], systems: [euler] });
