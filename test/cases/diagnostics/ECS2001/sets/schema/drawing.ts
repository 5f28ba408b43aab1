import { core, view } from "ecsgen/schema";

export interface Pens {
  draw(): void;
}

export const drawing = core({
  features: { pens: view<Pens>() },
});
