import { component, core, f32, view, type Query } from "ecsgen/schema";

export class Place extends component({ x: f32 }) {}
export interface Crowds {
  send(places: Query<{ place: Readonly<Place> }>): Promise<void>;
}
export const crowd = core({ features: { crowds: view<Crowds>() } });
