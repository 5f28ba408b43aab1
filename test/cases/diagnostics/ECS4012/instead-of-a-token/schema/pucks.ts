import { bundle } from "ecsgen/schema";
import { Position } from "./motion.js";

export const puck = bundle({ components: [Position] });
