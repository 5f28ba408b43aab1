import { core, view } from "ecsgen/schema";

export interface Lines {
  draw(): void;
}
export const drawing = core({ features: { lines: view<Lines>({ needs: [] }) }, phase: {} });
