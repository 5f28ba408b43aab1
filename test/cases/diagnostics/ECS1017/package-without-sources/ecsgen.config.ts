import { app, use } from "ecsgen/schema";
import { physics } from "@acme/physics";
import solver from "solver/modules";

export default app({ cores: [use(physics, { features: ["contacts"], systems: [solver] })] });
