import { systemModule } from "ecsgen/schema";
import { motion, Position } from "../../schema/motion.js";
import { push, pull } from "./impulses.js";

export const integrate = 3;
export default systemModule({ core: motion, provides: { impulses: { push: pull }, integration: { integrate, move: Position } } });
