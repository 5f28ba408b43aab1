import type { EventReader, World } from "ecsgen/schema";
import { draw } from "pictures";
import type { Hit, Position, Velocity } from "./schema/motion.js";

export function fall(velocity: Velocity): void {
  pull(velocity, 9.81);
}
function pull(of: { y: number }, by: number): void {
  of.y -= by;
}
export function glow(position: Readonly<Position>): void {
  console.log(position.x + position.y);
}
export function report(hits: EventReader<Hit>): void {
  for (const { force } of hits.read()) console.log(force);
}
export function inspect(world: World): void {
  draw(world);
}
