import { app } from "ecsgen/schema";
import { blow } from "./game.js";

export default app({ schedule: { update: [blow] }, deterministic: true });
