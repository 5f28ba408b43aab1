import { systemModule } from "ecsgen/schema";
import { Position } from "../../schema/motion.js";
import * as integration from "./integration.js";

export default systemModule({ core: Position, provides: { integration } });
