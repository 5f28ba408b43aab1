import { component, core, f32, tag, view, type Query } from "ecsgen/schema";

export class Place extends component({ x: f32 }) {}
export class Calm extends tag() {}
export interface Crowds {
  gather(places: Query<{ place: Place }, { with: [Calm]; without: [Place] }>): void;
  part(places: Query<{ place: Place }, { any: [Calm]; without: [Calm] }>): void;
  seek(places: Query<{ place: Place }, { without: [Calm]; added: [Calm] }>): void;
  lose(places: Query<{ place: Place }, { removed: [Place] }>): void;
}
export const crowd = core({ features: { crowds: view<Crowds>() } });
