import type { Entity, World } from "ecsgen/schema";
import { Velocity, type Position } from "../../schema/motion.js";
import { puck as Puck } from "../../schema/pucks.js";

export function push(world: World, body: Entity, dx: number, dy: number): void {
  world.set(body, Velocity, { x: dx, y: dy });
  world.spawn(Puck.create({ position: { x: 0 } satisfies Partial<Position> }));
}
