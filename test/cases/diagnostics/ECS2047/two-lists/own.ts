import type { Commands, Entity } from "ecsgen/schema";
import { Pinned } from "./generated/components/pinned.js";
import type { Position, Velocity } from "./schema/motion.js";

// Two that are in one list are in order, whatever they touch.
export function mark(position: Readonly<Position>, entity: Entity, commands: Commands): void {
  if (position.x > 100) commands.add(entity, Pinned);
}
export function drop(position: Readonly<Position>, entity: Entity, commands: Commands): void {
  if (position.x > 100) commands.remove(entity, Pinned);
}

// It touches what nobody else touches.
export function lift(position: Position): void {
  position.y += 1;
}

export function fall(velocity: Velocity): void {
  velocity.y -= 9.81;
}
export function brake(velocity: Velocity): void {
  velocity.x = 0;
}
export function rest(velocity: Velocity): void {
  velocity.x *= 0.5;
}
