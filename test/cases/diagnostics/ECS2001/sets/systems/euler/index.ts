import { systemModule } from "ecsgen/schema";
import { motion } from "../../schema/motion.js";

export function integrate(): void {}
export function settle(): void {}
export function idle(): void {}

export default systemModule({ core: motion, provides: { integration: { integrate, settle, idle } } });
