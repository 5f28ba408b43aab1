import { core, view } from "ecsgen/schema";

export interface Drawing {
  lines(): void;
  fill(): void;
}
export const drawing = core({ features: { lines: view<Pick<Drawing, "lines">>() } });
