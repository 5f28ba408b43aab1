import {
  clock,
  component,
  core,
  entity,
  event,
  f64,
  list,
  oneOf,
  optional,
  resource,
  string,
  u32,
  view,
  type Commands,
  type Entity,
  type EventWriter,
  type Query,
} from "ecsgen/schema";

const axes = { x: f64, y: f64, z: f64 };
const columns = { x: list(f64), y: list(f64), z: list(f64) };
const conserved = {
  /** What the first measurement gave. */
  start: optional(f64),
  current: f64,
  /** The largest departure from `start` so far, as a part of it. */
  worst: f64,
};

/** Where a body is, in AU from the centre of mass of all; the axes are those of the equator of J2000. */
export class Position extends component({ ...axes }) {}
/** How fast it moves, in AU per day. */
export class Velocity extends component({ ...axes }) {}
/** What makes a body attract all others. Bodies without it are too light to matter to anybody. */
export class Mass extends component({
  /** The mass times the constant of gravity. */
  gm: f64.unit("au³/d²"),
  /** Its place among the masses; given anew whenever they are gathered. */
  slot: u32,
}) {}
/** What a body is called. */
export class Name extends component({ text: string }) {}
/** A body without a mass of its own, and the company it keeps. */
export class Asteroid extends component({ population: oneOf("crosser", "belt", "hilda", "trojan") }) {}
/** An asteroid is near an attracting body: whom it meets, and how close it has been so far. */
export class Encounter extends component(
  { body: entity, distance: f64.unit("au"), day: f64.unit("d") },
  { storage: "sparse" },
) {}

/** The clock: a fixed step is an hour, its unit the day. */
export class Time extends clock() {}
/** The attracting bodies, side by side as they are now. */
export class Masses extends resource({
  count: u32,
  body: list(entity),
  gm: list(f64),
  ...columns,
  vx: list(f64),
  vy: list(f64),
  vz: list(f64),
}) {}
/** The attracting bodies where a step looks at their pull: `count` places for its first stage, then for its next. */
export class Field extends resource({ count: u32, gm: list(f64), ...columns }) {}
/** The energy of all attracting bodies, times the constant of gravity. */
export class Energy extends resource({ ...conserved }) {}
/** The energy of a nearby problem that a symplectic integrator solves as good as exactly. */
export class ShadowEnergy extends resource({ ...conserved }) {}
/** What counts as close. */
export class Vicinity extends resource({ distance: f64.default(0.1).unit("au") }) {}

/** An encounter is over; `distance` is the smallest there was. */
export class Approach extends event({ asteroid: entity, body: entity, distance: f64, day: f64 }) {}

/** A body that attracts others. */
export interface Attracting {
  readonly entity: Entity;
  position: Readonly<Position>;
  velocity: Readonly<Velocity>;
  mass: Mass;
}
export interface Attraction {
  /** Puts all attracting bodies side by side. */
  gather(bodies: Query<Attracting>, masses: Masses): void;
}
export interface Integration {
  /** Works out where this step will look at the pull of the attracting bodies. */
  predict(masses: Readonly<Masses>, field: Field, time: Readonly<Time>): void;
  /** Moves one body, which may attract others or not, through the field. */
  move(
    position: Position,
    velocity: Velocity,
    field: Readonly<Field>,
    time: Readonly<Time>,
    mass?: Readonly<Mass>,
  ): void;
}
export interface Symplectic {
  /** Measures the energy that only a symplectic integrator keeps. */
  measureShadow(masses: Readonly<Masses>, shadow: ShadowEnergy, time: Readonly<Time>): void;
}
export interface EnergyBalance {
  /** Measures the energy. */
  measure(masses: Readonly<Masses>, energy: Energy): void;
}
export interface CloseApproach {
  /** Begins an encounter when an asteroid has come close to an attracting body since the last step. */
  watch(
    asteroid: Entity,
    position: Readonly<Position>,
    velocity: Readonly<Velocity>,
    masses: Readonly<Masses>,
    vicinity: Readonly<Vicinity>,
    time: Readonly<Time>,
    commands: Commands,
  ): void;
  /** Keeps the smallest distance of an encounter, and ends it when the two part. */
  follow(
    asteroid: Entity,
    position: Readonly<Position>,
    velocity: Readonly<Velocity>,
    encounter: Encounter,
    masses: Readonly<Masses>,
    vicinity: Readonly<Vicinity>,
    time: Readonly<Time>,
    commands: Commands,
    approaches: EventWriter<Approach>,
  ): void;
}

/** Bodies that fall through space, some of which attract all others. */
export const gravity = core({
  features: {
    attraction: view<Attraction>(),
    integration: view<Integration>({ implies: ["attraction"] }),
    symplectic: view<Symplectic>({ implies: ["integration"] }),
    energy: view<EnergyBalance>({ implies: ["attraction"] }),
    closeApproach: view<CloseApproach>({ implies: ["attraction"] }),
  },
  schedule: {
    fixedUpdate: [
      "attraction.gather",
      "energy.measure",
      "symplectic.measureShadow",
      "integration.predict",
      "integration.move",
    ],
    update: ["attraction.gather", "closeApproach.follow", { run: "closeApproach.watch", without: [Mass, Encounter] }],
  },
});
