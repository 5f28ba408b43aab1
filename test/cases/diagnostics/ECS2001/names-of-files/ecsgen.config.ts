import { app } from "ecsgen/schema";
import { aux, count, größer, nul as reset } from "./systems/devices.js";

export default app({ schedule: { update: [aux, größer, count, reset] } });
