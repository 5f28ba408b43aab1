import { clock, component, core, f32, tag, view, type Entity, type World } from "ecsgen/schema";

/** Where a body stands, in metres. */
export class Position extends component({ x: f32, y: f32 }) {}
/** How fast it moves, in metres per second. */
export class Velocity extends component({
  x: f32,
  /** Upwards. */
  y: f32.default(1).unit("m/s"),
}) {}
/** Bodies that stand still. */
export class Pinned extends tag() {}
/** The clock of the current step. */
export class Time extends clock() {}

export interface Integration {
  /** Advances every body that is not pinned. */
  integrate(position: Position, velocity: Readonly<Velocity>, time: Readonly<Time>): void;
}
export interface Impulses {
  /** Adds to a body's velocity, in metres per second. */
  push(world: World, body: Entity, dx: number, dy: number): void;
}

/** Bodies in motion. */
export const motion = core({
  features: {
    integration: view<Integration>(),
    impulses: view<Impulses>({ implies: ["integration"] }),
  },
  schedule: { update: [{ run: "integration.integrate", without: [Pinned] }] },
});
