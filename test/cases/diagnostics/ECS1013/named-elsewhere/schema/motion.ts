import { clock, component, core, event, f32, tag, view, type Entity, type World } from "ecsgen/schema";

/** Where a body stands, in metres. */
export class Position extends component({ x: f32, y: f32 }) {}
/** How fast it moves, in metres per second. */
export class Velocity extends component({ x: f32, y: f32 }) {}
/** Bodies that stand still. */
export class Pinned extends tag() {}
/** The clock of the current step. */
export class Time extends clock() {}
/** Two bodies met. */
export class Hit extends event({ force: f32 }) {}

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
    integration: view<Integration & object>(),
    impulses: view<Impulses>({ implies: ["integration"] }),
  },
  schedule: { update: [{ run: "integration.integrate", without: [Pinned] }] },
});
