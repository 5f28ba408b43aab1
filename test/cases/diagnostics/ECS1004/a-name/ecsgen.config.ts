import { motion } from "./schema/motion.js";

export default motion;
