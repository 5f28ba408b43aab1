import { component, core, f32, view } from "ecsgen/schema";

export class Stroke extends component({ width: f32 }) {}
export interface Lines {
  draw(stroke: Readonly<Stroke>, color): void;
}
export const drawing = core({ features: { lines: view<Lines>() } });
