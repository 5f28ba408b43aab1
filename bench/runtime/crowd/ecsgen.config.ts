import { app, use } from "ecsgen/schema";
import { crowd } from "./schema/crowd.js";
import plain from "./systems/plain/index.js";

export default app({ cores: [use(crowd, { features: ["counting", "weighing"], systems: [plain] })] });
