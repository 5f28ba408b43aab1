import { component, core, f32, resource, view, type Query } from "ecsgen/schema";

export class Place extends component({ x: f32 }) {}
export class Size extends resource({ most: f32 }) {}
export interface Crowds {
  gather(places: Query<{ place: Place }, { with: [Size]; any: [string] }>): void;
}
export const crowd = core({ features: { crowds: view<Crowds>() } });
