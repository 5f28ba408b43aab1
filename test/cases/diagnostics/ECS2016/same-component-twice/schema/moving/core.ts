import { component, core, f32, view } from "ecsgen/schema";

export class Step extends component({ x: f32 }) {}
export interface Moving {
  collide(a: Step, b: Readonly<Step>): void;
}
export const moving = core({ features: { moving: view<Moving>() } });
