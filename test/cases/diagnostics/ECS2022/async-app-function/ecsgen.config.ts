import { app } from "ecsgen/schema";
import { load, tell } from "./load.js";

export default app({ schedule: { update: [load, tell] } });
