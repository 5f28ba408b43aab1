import { component, core, f32, view } from "ecsgen/schema";
export class Health extends component({ points: f32 }) {}
export interface Spawning {
  advance(): void;
}
export const field = core({ features: { spawning: view<Spawning>() } });
