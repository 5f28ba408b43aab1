import { app } from "ecsgen/schema";
import { drift } from "./drift.js";

export default app({ schedule: { update: [drift] } });
