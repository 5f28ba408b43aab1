import { systemModule } from "ecsgen/schema";
import { motion, type Position } from "../../schema/motion.js";
import * as impulses from "./impulses.js";

function integrate(position: Position): void {
  position.x += 1;
}
export default systemModule({ core: motion, provides: { impulses, integration: { integrate } } });
