import { component, core, f32, tag, view, type Query } from "ecsgen/schema";

export class Place extends component({ x: f32 }) {}
export class Goal extends component({ x: f32 }) {}
export class Calm extends tag() {}
export class Loud extends tag() {}
export interface Crowds {
  gather(places: Query<{ place: Place; goal: Readonly<Goal> }, { without: [Calm] }>): void;
  part(places: Query<{ place: Place; goal: Readonly<Goal> }, { without: [Calm] }>): void;
  spread(places: Query<{ place: Place; goal: Readonly<Goal> }, { without: [Calm] }>): void;
  rest(places: Query<{ place: Place; goal: Readonly<Goal> }, { without: [Calm] }>): void;
}
export const crowd = core({ features: { crowds: view<Crowds>() } });
