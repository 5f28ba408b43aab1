import { library } from "ecsgen/schema";
import { motion } from "./schema/motion.js";

export default library({ cores: [motion] });
