import { app } from "ecsgen/schema";
import { goOn, keep, renew, stay, turn } from "./game.js";

export default app({ schedule: { update: [goOn, keep, renew, stay, turn] } });
