import { app } from "ecsgen/schema";

export default app({ output: "node_modules/generated" });
