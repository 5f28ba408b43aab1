import { app } from "ecsgen/schema";
import { keep } from "./game.js";

export default app({ schedule: { update: [keep] } });
