import { component, core, f32, view, type Entity, type Query } from "ecsgen/schema";

export class Place extends component({ x: f32 }) {}
export class Goal extends component({ x: f32 }) {}
export interface Named {
  place: Place;
}
export interface Crowds {
  gather(places: Query<{ place: Place; goal: Goal }>): void;
  part(places: Query<{ place: Place; goal: Goal }>): void;
  sort(places: Query<{ place: Place; entity: Entity }>): Entity[];
  hand(places: Query<{ place: Place }>, named: Query<Named>): void;
}
export const crowd = core({ features: { crowds: view<Crowds>() } });
