import { component, core, f32, view } from "ecsgen/schema";

export class Stroke extends component({ width: f32 }) {}
export interface Lines {
  draw(stroke: Readonly<Stroke>): void;
}
export interface Dots {
  dot(stroke: Readonly<Stroke>): void;
}
export const lines = core({ features: { lines: view<Lines>() } });
export const dots = core({ features: { dots: view<Dots>() } });
