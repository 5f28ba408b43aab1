import type { Commands, Entity, Query } from "ecsgen/schema";
import { Frozen as FrozenToken } from "../generated/components/frozen.js";
import type { Frozen } from "../schema/ice.js";

export function thaw(entity: Entity, commands: Commands): void {
  commands.remove(entity, FrozenToken);
}

export function melt(frozen: Query<{ entity: Entity }, { with: [Frozen] }>, commands: Commands): void {
  for (const { entity } of frozen) commands.remove(entity, FrozenToken);
}
