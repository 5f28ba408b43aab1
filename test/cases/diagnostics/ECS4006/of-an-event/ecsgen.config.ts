import { app } from "ecsgen/schema";
import { soften } from "./soften.js";

export default app({ schedule: { update: [soften] } });
