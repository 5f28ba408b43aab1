import type { Position, Step, Velocity } from "../../schema/suite.js";

export function move(position: Position, velocity: Readonly<Velocity>, step: Readonly<Step>): void {
  position.x += velocity.x * step.delta;
  position.y += velocity.y * step.delta;
  position.z += velocity.z * step.delta;
}
