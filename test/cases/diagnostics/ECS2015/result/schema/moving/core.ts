import { component, core, f32, view } from "ecsgen/schema";

export class Step extends component({ x: f32 }) {}
export interface Moving {
  length(step: Readonly<Step>): number;
  load(step: Step): Promise<void>;
}
export const moving = core({ features: { moving: view<Moving>() } });
