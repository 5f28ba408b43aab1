import { core, view, type Entity, type World } from "ecsgen/schema";

export interface Moving {
  push(world: World, body: Entity, dx: number): void;
  load(world: World): Promise<void>;
}
export const moving = core({
  features: { moving: view<Moving>() },
  schedule: { update: ["moving.push", { run: "moving.load" }] },
});
