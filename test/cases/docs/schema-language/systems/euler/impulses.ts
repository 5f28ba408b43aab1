import type { Entity, World } from "ecsgen/schema";

export function push(_world: World, _body: Entity, _dx: number, _dy: number): void {}
