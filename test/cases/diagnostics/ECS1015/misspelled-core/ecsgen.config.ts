import { app, use } from "ecsgen/schema";
import { motoin } from "./schema/motion.js";
import euler from "./systems/euler/index.js";

export default app({ cores: [use(motoin, { features: ["impulses"], systems: [euler] })] });
