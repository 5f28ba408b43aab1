import { pairs } from "ecsgen/runtime";
import type { Query } from "ecsgen/schema";
import type { Position, Step, Velocity } from "../../schema/loops.js";

export function drift(bodies: Query<{ position: Position; velocity: Readonly<Velocity> }>, step: Readonly<Step>): void {
  for (const { position, velocity } of bodies) {
    position.x += velocity.x * step.delta;
    position.y += velocity.y * step.delta;
  }
}

export function nested(bodies: Query<{ position: Readonly<Position>; velocity: Velocity }>): void {
  for (const a of bodies) {
    for (const b of bodies) {
      const dx = a.position.x - b.position.x;
      const dy = a.position.y - b.position.y;
      if (dx * dx + dy * dy < 64) a.velocity.x += 1;
    }
  }
}

export function pairwise(bodies: Query<{ position: Readonly<Position>; velocity: Velocity }>): void {
  for (const [a, b] of pairs(bodies)) {
    const dx = a.position.x - b.position.x;
    const dy = a.position.y - b.position.y;
    if (dx * dx + dy * dy >= 64) continue;
    a.velocity.x += dx;
    b.velocity.x -= dx;
  }
}
