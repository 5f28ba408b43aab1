import { component, core, f32, relation, tag, view, type Query } from "ecsgen/schema";

export class Place extends component({ x: f32 }) {}
export class Calm extends tag() {}
export class Follows extends relation({}) {}
export interface Crowds {
  gather(places: Query<{ place: Place }, { changed: [Place, Calm]; added: [Follows]; removed: [Calm] }>): void;
}
export const crowd = core({ features: { crowds: view<Crowds>() } });
