import { core, view } from "ecsgen/schema";

export interface Lpt1 {
  print(): void;
}
/** What belongs to no core is under the name `app`. */
export const App = core({ features: { lpt1: view<Lpt1>() } });
