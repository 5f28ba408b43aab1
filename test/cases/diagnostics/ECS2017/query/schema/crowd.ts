import { component, core, f32, tag, view, type Entity, type Query } from "ecsgen/schema";

export class Place extends component({ x: f32 }) {}
export class Calm extends tag() {}
export interface Crowds {
  gather(places: Query<{ entity: Entity; place?: Place }, { without: [Calm] }>): void;
  part(places: Query<{ place?: Place }, { any: [Calm] }>): void;
}
export const crowd = core({ features: { crowds: view<Crowds>() } });
