import { app } from "ecsgen/schema";
import { Frozen } from "./schema/ice.js";
import { melt, thaw } from "./systems/ice.js";

export default app({ schedule: { update: [{ run: thaw, with: [Frozen] }, melt] } });
