import { app } from "ecsgen/schema";

let step = 1;
step /= 60;
export default app({ fixedStep: step });
