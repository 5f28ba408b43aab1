import { app } from "ecsgen/schema";
import { load, tell, unpack } from "./load.js";

export default app({ schedule: { update: [load, tell, unpack] } });
