import { app } from "ecsgen/schema";

export default app({ schemas: ["schema", "shema"] });
