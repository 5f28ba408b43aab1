import { app } from "ecsgen/schema";
import { multiply } from "./systems/multiply.js";

export default app({ schedule: { update: [multiply] } });
