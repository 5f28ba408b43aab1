import { app } from "ecsgen/schema";

export default app({});
