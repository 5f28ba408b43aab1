import { see } from "../../physics/masses.js";
import { noSlot, pull } from "../../physics/pull.js";
import { shift, shifted, type Vector } from "../../physics/vector.js";
import type { Field, Mass, Masses, Position, Time, Velocity } from "../../schema/gravity.js";

/** The step looks four times: at its start, twice in its middle, and at its end; from the third on with what it saw. */
export function predict(masses: Readonly<Masses>, field: Field, time: Readonly<Time>): void {
  const step = time.delta;
  see(field, 0, masses, (place) => place);
  see(field, 1, masses, (place, velocity) => second(place, velocity, step));
  see(field, 2, masses, (place, velocity, slot) => third(place, velocity, pull(field, 0, place, slot), step));
  see(field, 3, masses, (place, velocity, slot) =>
    fourth(place, velocity, pull(field, 1, second(place, velocity, step), slot), step),
  );
}

/** On for the whole step with what the four looks gave, those in the middle counted twice. */
export function move(
  position: Position,
  velocity: Velocity,
  field: Readonly<Field>,
  time: Readonly<Time>,
  mass?: Readonly<Mass>,
): void {
  const step = time.delta;
  const slot = mass?.slot ?? noSlot;
  const a = pull(field, 0, position, slot);
  const b = pull(field, 1, second(position, velocity, step), slot);
  const c = pull(field, 2, third(position, velocity, a, step), slot);
  const d = pull(field, 3, fourth(position, velocity, b, step), slot);
  shift(position, velocity, step);
  shift(position, shifted(a, shifted(b, c, 1), 1), (step * step) / 6);
  shift(velocity, shifted(shifted(a, shifted(b, c, 1), 2), d, 1), step / 6);
}

function second(place: Readonly<Vector>, velocity: Readonly<Vector>, step: number): Vector {
  return shifted(place, velocity, step / 2);
}

function third(place: Readonly<Vector>, velocity: Readonly<Vector>, first: Vector, step: number): Vector {
  return shifted(shifted(place, velocity, step / 2), first, (step * step) / 4);
}

function fourth(place: Readonly<Vector>, velocity: Readonly<Vector>, seen: Vector, step: number): Vector {
  return shifted(shifted(place, velocity, step), seen, (step * step) / 2);
}
