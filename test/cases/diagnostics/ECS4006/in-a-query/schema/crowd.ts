import { component, core, f32, view, type Entity, type Query } from "ecsgen/schema";

export class Place extends component({ x: f32 }) {}
export class Goal extends component({ x: f32 }) {}
export interface Crowds {
  gather(places: Query<{ place: Place; goal: Readonly<Goal>; entity: Entity }>): void;
}
export const crowd = core({ features: { crowds: view<Crowds>() } });
