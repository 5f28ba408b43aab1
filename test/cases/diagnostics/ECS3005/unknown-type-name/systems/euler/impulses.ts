import type { Entity, World } from "ecsgen/schema";

export function push(world: World, body: Entity, dx: number, dy: Nmber): void {}
