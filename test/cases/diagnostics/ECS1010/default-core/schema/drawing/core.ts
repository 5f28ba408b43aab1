import { core, view } from "ecsgen/schema";

export interface Lines {
  draw(): void;
}
export default core({ features: { lines: view<Lines>() } });
