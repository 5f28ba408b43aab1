import { core, view } from "ecsgen/schema";

export interface Lines {
  $draw(): void;
  valueOf(): number;
}
export const spawn = core({ features: { $lines: view<Lines>() } });
