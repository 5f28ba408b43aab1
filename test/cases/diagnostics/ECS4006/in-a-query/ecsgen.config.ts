import { app, use } from "ecsgen/schema";
import { crowd } from "./schema/crowd.js";
import loud from "./systems/loud/index.js";

export default app({ cores: [use(crowd, { features: ["crowds"], systems: [loud] })] });
