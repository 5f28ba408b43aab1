import type { Body, Motion, Place, Position, Speed, Step, Velocity } from "../../schema/loops.js";

export function plane(position: Position, velocity: Readonly<Velocity>, step: Readonly<Step>): void {
  position.x += velocity.x * step.delta;
  position.y += velocity.y * step.delta;
}

export function space(place: Place, speed: Readonly<Speed>, step: Readonly<Step>): void {
  place.x += speed.x * step.delta;
  place.y += speed.y * step.delta;
  place.z += speed.z * step.delta;
}

export function vector(body: Body, motion: Readonly<Motion>, step: Readonly<Step>): void {
  body.at.x += motion.by.x * step.delta;
  body.at.y += motion.by.y * step.delta;
  body.at.z += motion.by.z * step.delta;
}

export function bounce(position: Position, velocity: Velocity, step: Readonly<Step>): void {
  position.x += velocity.x * step.delta;
  position.y += velocity.y * step.delta;
  if (position.x < 0 || position.x > 64) velocity.x = -velocity.x;
  if (position.y < 0 || position.y > 64) velocity.y = -velocity.y;
}
