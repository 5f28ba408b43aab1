import { app } from "ecsgen/schema";
import { drag, move } from "./move.js";

export default app({ schedule: { update: [move, drag] } });
