import { app } from "ecsgen/schema";

export default app({ fixedStep: 0, maxFixedSteps: -1 });
