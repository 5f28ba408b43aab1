import { component, core, f32, view, type Entity } from "ecsgen/schema";

export class Step extends component({ x: f32 }) {}
export interface Moving {
  move(body: Entity, step?: Step): void;
  stop(step: Step | undefined): void;
}
export const moving = core({ features: { moving: view<Moving>() } });
