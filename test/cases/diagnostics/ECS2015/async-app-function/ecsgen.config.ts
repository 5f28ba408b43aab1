import { app } from "ecsgen/schema";
import { moves, move } from "./move.js";

export default app({ schedule: { update: [move, moves] } });
