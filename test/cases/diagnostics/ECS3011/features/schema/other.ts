import { core, view } from "ecsgen/schema";

export interface Weather {
  isSunny(): boolean;
}

export const weather = core({ features: { weather: view<Weather>() } });
