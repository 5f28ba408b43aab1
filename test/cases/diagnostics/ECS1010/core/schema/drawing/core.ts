import { core, view } from "ecsgen/schema";

export interface Lines {
  draw(): void;
}
const drawing = core({ features: { lines: view<Lines>() } });
