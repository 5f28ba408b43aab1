import { component, core, f32, tag, view } from "ecsgen/schema";

export class Position extends component({ x: f32, y: f32 }) {}
export class Velocity extends component({ x: f32, y: f32 }) {}
export class Pinned extends tag() {}
export interface Integration {
  integrate(position: Position, velocity: Readonly<Velocity>): void;
}
export const motion = core({
  features: { integration: view<Integration>() },
  schedule: { update: [{ without: [Pinned] }] },
});
