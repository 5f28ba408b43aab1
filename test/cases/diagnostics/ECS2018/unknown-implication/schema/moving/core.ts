import { core, view } from "ecsgen/schema";

export interface Moving {
  move(): void;
}
export interface Turning {
  turn(): void;
}
export const moving = core({
  features: { moving: view<Moving>(), turning: view<Turning>({ implies: ["movign", "flying"] }) },
});
