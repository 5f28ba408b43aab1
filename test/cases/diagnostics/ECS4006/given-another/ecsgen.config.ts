import { app } from "ecsgen/schema";
import { move } from "./move.js";

export default app({ schedule: { update: [move] } });
