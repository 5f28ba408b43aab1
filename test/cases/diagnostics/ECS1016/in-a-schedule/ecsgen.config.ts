import { app } from "ecsgen/schema";
import { wait } from "./wait.js";

export default app({ schedule: { update: [() => {}, wait(3), { run: later }] } });
