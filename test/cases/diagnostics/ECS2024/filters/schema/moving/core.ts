import { component, core, f32, tag, view, type World } from "ecsgen/schema";

export class Step extends component({ x: f32 }) {}
export class Frozen extends tag() {}
export interface Moving {
  move(step: Step): void;
  stop(world: World): void;
}
export const moving = core({
  features: { moving: view<Moving>() },
  schedule: {
    update: [
      { run: "moving.move", with: [Frozen], without: [Frozen] },
      { run: "moving.move", without: [Step] },
      { run: "moving.stop", with: [Frozen] },
      { run: "moving.move", any: [Frozen], without: [Frozen] },
      { run: "moving.move", added: [Frozen], without: [Frozen] },
      { run: "moving.move", changed: [Step], removed: [Step] },
      { run: "moving.stop", changed: [Step] },
    ],
  },
});
