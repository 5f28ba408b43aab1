import { component, core, f32, tag, view, type Entity, type Query } from "ecsgen/schema";

export class Place extends component({ x: f32 }) {}
export class Calm extends tag() {}
export interface Crowds {
  gather(places: Query<Place>): void;
  part(places: Query<{ place: Place; readonly [name: string]: Place }>): void;
  spread(places: Query<{ place: Place }, { without: Calm; changed: [Place]; witout: [Calm] }>): void;
  count(places: Query<{ place: Readonly<Place>; self: Entity; entity: Place }, Calm>): number;
}
export const crowd = core({ features: { crowds: view<Crowds>() } });
