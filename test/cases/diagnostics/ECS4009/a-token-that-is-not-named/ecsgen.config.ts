import { app } from "ecsgen/schema";
import { count } from "./count.js";

export default app({ schedule: { update: [count] } });
