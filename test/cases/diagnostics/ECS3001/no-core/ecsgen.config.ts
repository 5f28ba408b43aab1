import { app, use } from "ecsgen/schema";
import { Position } from "./schema/motion.js";
import euler from "./systems/euler/index.js";

export default app({ cores: [use(Position, { features: [], systems: [euler] })] });
