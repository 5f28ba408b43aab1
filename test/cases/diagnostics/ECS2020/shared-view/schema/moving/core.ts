import { core, view } from "ecsgen/schema";

export interface Moving {
  move(): void;
}
export const moving = core({ features: { walking: view<Moving>(), flying: view<Moving>() } });
