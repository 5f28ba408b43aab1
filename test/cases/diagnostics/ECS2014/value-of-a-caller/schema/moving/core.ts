import { component, core, f32, view } from "ecsgen/schema";

export class Step extends component({ x: f32 }) {}
export interface Moving {
  push(step: Step, dx: number): void;
  pull(step: Step, ...more: number[]): void;
}
export const moving = core({ features: { moving: view<Moving>() } });
