import { app } from "ecsgen/schema";
import { look } from "./look.js";

export default app({ schedule: { update: [look] } });
