import { app, use } from "ecsgen/schema";
import { drawing } from "./schema/drawing/core.js";
import euler from "./systems/euler/index.js";

export default app({ cores: [use(drawing, { features: ["lines"], systems: [euler] })] });
