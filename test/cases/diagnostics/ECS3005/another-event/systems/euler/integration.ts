import type { EventReader } from "ecsgen/schema";
import type { Miss } from "../../schema/motion.js";

export function count(hits: EventReader<Miss>): void {}
