import { app, use } from "ecsgen/schema";
import { loops } from "./schema/loops.js";
import plain from "./systems/plain/index.js";

export default app({ cores: [use(loops, { features: ["moves", "crowds"], systems: [plain] })] });
