import { app } from "ecsgen/schema";
import { settle } from "./settle.js";

export default app({ schedule: { fixedUpdate: [settle] } });
