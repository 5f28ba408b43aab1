import { clock, component, core, f32, relation, tag, toggle, view } from "ecsgen/schema";

export class Position extends component({ x: f32, y: f32 }) {}
export class Velocity extends component({ x: f32, y: f32 }) {}
export class Pinned extends tag() {}
export class Paused extends toggle() {}
export class Follows extends relation({}) {}
export class Time extends clock() {}
export interface Integration {
  integrate(position: Position, velocity: Readonly<Velocity>): void;
}
export const motion = core({
  features: { integration: view<Integration>() },
  schedule: {
    update: [
      { run: "integration.integrate", changed: [Velocity, Pinned, Paused] },
      { run: "integration.integrate", added: [Follows, Pinned], removed: [Time, motion, Paused] },
    ],
  },
});
