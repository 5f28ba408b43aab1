import { core, view } from "ecsgen/schema";

export interface Lines {
  draw(): void;
}
export const Motion = core({ features: { lines: view<Lines>() } });
