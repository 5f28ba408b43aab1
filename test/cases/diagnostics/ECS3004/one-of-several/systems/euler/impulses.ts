import type { Entity, World } from "ecsgen/schema";

export function pusch(world: World, body: Entity): void {}
