import type { EventWriter } from "ecsgen/schema";
import type { Hit, Velocity } from "./schema/motion.js";

export function brake(velocity: Velocity): void {
  velocity.x *= 0.99;
}
export function paint(hits: EventWriter<Hit>): void {
  hits.emit({ force: 1 });
}
