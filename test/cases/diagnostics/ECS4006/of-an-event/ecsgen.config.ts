import { app } from "ecsgen/schema";
import { show, soften } from "./soften.js";

export default app({ schedule: { update: [show, soften] } });
