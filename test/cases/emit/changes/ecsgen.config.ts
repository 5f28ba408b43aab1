import { app, use } from "ecsgen/schema";
import { garden } from "./schema/garden.js";
import plain from "./systems/plain/index.js";

export default app({ cores: [use(garden, { features: ["growth"], systems: [plain] })] });
