import { clock, component, core, event, f32, tag, view } from "ecsgen/schema";

export class Position extends component({ x: f32, y: f32 }) {}
export class Velocity extends component({ x: f32, y: f32 }) {}
export class Pinned extends tag() {}
export class Time extends clock() {}
export class Hit extends event({ force: f32 }) {}
export interface Integration {
  integrate(position: Position, velocity: Readonly<Velocity>): void;
}
export const motion = core({
  features: { integration: view<Integration>() },
  schedule: { update: [{ run: "integration.integrate", with: [Time], without: [Hit], any: [motion, Pinned] }] },
});
