import { app } from "ecsgen/schema";
import { look, move } from "./move.js";

export default app({ schedule: { update: [move, look] } });
