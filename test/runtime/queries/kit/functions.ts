import type { Entity } from "ecsgen/schema";
import type { Heat, Log, Position, Velocity } from "./schema.js";

/** Called for what moved, wherever it stands. */
export function moved(position: Readonly<Position>, entity: Entity, log: Log): void {
  log.lines.push(`moved ${entity} to ${position.x}`);
}

/** Called for what got a velocity, which it writes. */
export function started(velocity: Velocity, entity: Entity, log: Log): void {
  velocity.x += 1;
  log.lines.push(`started ${entity}`);
}

/** Called for what is free again. */
export function freed(position: Position, entity: Entity, log: Log): void {
  position.y += 1;
  log.lines.push(`freed ${entity}`);
}

/** Called for what got warmer or colder: over the rows of a sparse component. */
export function warmed(heat: Heat, entity: Entity, log: Log): void {
  heat.degrees += 1;
  log.lines.push(`warmed ${entity}`);
}
