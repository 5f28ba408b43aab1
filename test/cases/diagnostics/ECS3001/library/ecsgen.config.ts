import { library } from "ecsgen/schema";
import { motion, Position } from "./schema/motion.js";

export default library({ cores: [motion, Position] });
