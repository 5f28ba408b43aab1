import { app } from "ecsgen/schema";
import { columns, keep } from "./game.js";

export default app({ schedule: { update: [keep, columns] } });
