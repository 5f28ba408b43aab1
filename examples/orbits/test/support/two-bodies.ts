// Two bodies that attract each other, whose way Kepler's laws give exactly; moved without any world.
import { NO_ENTITY } from "ecsgen/runtime";
import { seenFrom, stateOf, type State } from "../../physics/kepler.js";
import { dot, shifted, type Vector } from "../../physics/vector.js";
import type { Field, Mass, Masses, Position, Time, Velocity } from "../../schema/gravity.js";
import { gather } from "../../systems/common/attraction.js";

/** What all system modules have in common. */
export interface Integrator {
  predict(masses: Readonly<Masses>, field: Field, time: Readonly<Time>): void;
  move(
    position: Position,
    velocity: Velocity,
    field: Readonly<Field>,
    time: Readonly<Time>,
    mass?: Readonly<Mass>,
  ): void;
}

/** A body as plain objects; one without a mass attracts nobody. */
export interface Body {
  readonly position: Vector;
  readonly velocity: Vector;
  readonly mass?: Mass;
}

/** The sum of both masses, times the constant of gravity. */
const gm = 1;
const heavy = 0.8;
const elements = { axis: 1, eccentricity: 0.3, inclination: 0.4, node: 1, periapsis: 2 };
/** How long a round takes. */
export const period = 2 * Math.PI;

/** Where the second body is after a time, seen from the first. */
export function solution(time: number): State {
  return stateOf({ ...elements, anomaly: time }, gm);
}

/** The two bodies at the start, their common centre of mass at rest. */
export function twoBodies(): [Body, Body] {
  const { place, velocity } = solution(0);
  const part = (share: number, own: number): Body => ({
    position: shifted(nowhere, place, share),
    velocity: shifted(nowhere, velocity, share),
    mass: { gm: own, slot: 0 },
  });
  return [part(heavy - gm, heavy), part(heavy, gm - heavy)];
}

/** One body that attracts, at rest, and one that does not. */
export function bodyAndPebble(): [Body, Body] {
  const { place, velocity } = solution(0);
  return [
    { position: { ...nowhere }, velocity: { ...nowhere }, mass: { gm, slot: 0 } },
    { position: place, velocity },
  ];
}

const nowhere: Vector = { x: 0, y: 0, z: 0 };

/** Moves bodies as the schedule of the core does; `measure` is called before every step. */
export function run(
  { predict, move }: Integrator,
  bodies: readonly Body[],
  delta: number,
  steps: number,
  measure: (masses: Readonly<Masses>, time: Readonly<Time>) => void = () => undefined,
): void {
  const time = { delta, elapsed: 0, tick: 0 };
  const masses: Masses = { count: 0, body: [], gm: [], x: [], y: [], z: [], vx: [], vy: [], vz: [] };
  const attracting = bodies.flatMap(({ mass, ...body }) =>
    mass === undefined ? [] : [{ entity: NO_ENTITY, ...body, mass }],
  );
  const field: Field = { count: 0, gm: [], x: [], y: [], z: [] };
  for (let step = 0; step < steps; step++) {
    gather(attracting, masses);
    measure(masses, time);
    predict(masses, field, time);
    for (const { position, velocity, mass } of bodies) move(position, velocity, field, time, mass);
  }
}

/** How far the second body is from where it should be after a time, seen from the first. */
export function offAfter(time: number, [first, second]: readonly [Body, Body]): number {
  const relative = seenFrom(asState(first), asState(second));
  const apart = shifted(relative.place, solution(time).place, -1);
  return Math.sqrt(dot(apart, apart));
}

function asState({ position, velocity }: Body): State {
  return { place: position, velocity };
}
