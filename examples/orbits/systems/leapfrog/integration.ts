import type { Field, Mass, Masses, Position, Time, Velocity } from "../../schema/gravity.js";
import { see } from "../../physics/masses.js";
import { accelerate, noSlot } from "../../physics/pull.js";
import { shift, shifted } from "../../physics/vector.js";

/** The step looks once, in its middle. */
export function predict(masses: Readonly<Masses>, field: Field, time: Readonly<Time>): void {
  see(field, 0, masses, (place, velocity) => shifted(place, velocity, time.delta / 2));
}

/** Half a step straight on, a new direction, the other half straight on. */
export function move(
  position: Position,
  velocity: Velocity,
  field: Readonly<Field>,
  time: Readonly<Time>,
  mass?: Readonly<Mass>,
): void {
  shift(position, velocity, time.delta / 2);
  accelerate(velocity, field, 0, position, mass?.slot ?? noSlot, time.delta);
  shift(position, velocity, time.delta / 2);
}
