import { core, view } from "ecsgen/schema";

export interface Lines {
  draw(): void;
}
export interface Dots {
  draw(): void;
}
export const drawing = core({ features: { lines: view<Lines>(), lines: view<Dots>() } });
