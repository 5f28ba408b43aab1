import { component, core, f32, tag, toggle, view } from "ecsgen/schema";

export class Step extends component({ x: f32 }) {}
export class Frozen extends tag() {}
export class Asleep extends toggle() {}
export interface Moving {
  move(step: Step, frozen: Frozen): void;
  wake(step: Step, asleep?: Readonly<Asleep>): void;
}
export const moving = core({ features: { moving: view<Moving>() } });
