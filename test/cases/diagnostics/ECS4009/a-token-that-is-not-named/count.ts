import type { Commands, Entity, World } from "ecsgen/schema";
import { Pinned } from "./generated/components/pinned.js";
import type { Position } from "./schema/motion.js";

export function count(position: Position, entity: Entity, world: World, commands: Commands): void {
  const token = position.x > 0 ? Pinned : undefined;
  commands.add(entity, Pinned);
  if (token !== undefined && world.has(entity, token)) position.x = 0;
}
