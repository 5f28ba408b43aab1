import { component, core, f32, view, type Query } from "ecsgen/schema";

export class Place extends component({ x: f32 }) {}
export class Goal extends component({ x: f32 }) {}
export interface Crowds {
  gather(places: Query<{ place: Readonly<Place>; goal: Readonly<Goal> }>): void;
}
export const crowd = core({ features: { crowds: view<Crowds>() } });
