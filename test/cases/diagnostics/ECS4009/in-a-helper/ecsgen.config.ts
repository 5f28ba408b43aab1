import { app } from "ecsgen/schema";
import { inspect } from "./inspect.js";

export default app({ schedule: { update: [inspect] } });
