import type { Field, Mass, Masses, Position, Time, Velocity } from "../../schema/gravity.js";
import { see } from "../../physics/masses.js";
import { noSlot, pull } from "../../physics/pull.js";
import { shift } from "../../physics/vector.js";

/** The step looks once, at its start. */
export function predict(masses: Readonly<Masses>, field: Field): void {
  see(field, 0, masses, (place) => place);
}

/** Straight on for the whole step, and only then a new direction. */
export function move(
  position: Position,
  velocity: Velocity,
  field: Readonly<Field>,
  time: Readonly<Time>,
  mass?: Readonly<Mass>,
): void {
  const acceleration = pull(field, 0, position, mass?.slot ?? noSlot);
  shift(position, velocity, time.delta);
  shift(velocity, acceleration, time.delta);
}
