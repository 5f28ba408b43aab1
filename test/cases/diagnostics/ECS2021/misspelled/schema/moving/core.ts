import { core, view } from "ecsgen/schema";

export interface Moving {
  move(): void;
  turn(): void;
}
export const moving = core({
  features: { moving: view<Moving>() },
  schedule: { fixedUpdate: ["moving.mvoe"], update: [{ run: "moving" }, "flying.soar"] },
});
