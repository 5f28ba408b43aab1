import { systemModule, type Entity, type World } from "ecsgen/schema";
import { motion } from "../schema/motion.js";

export const push = systemModule({ core: motion, provides: { impulses: { push: shove } } });
export function shove(world: World, body: Entity): void {}
