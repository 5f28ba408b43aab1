import { component, core, event, f32, relation, resource, tag, view, type Query } from "ecsgen/schema";

export class Place extends component({ x: f32 }) {}
export class Calm extends tag() {}
export class Near extends relation({}) {}
export class Size extends resource({ most: f32 }) {}
export class Bump extends event({ force: f32 }) {}
export interface Row {
  place: Place;
  calm: Calm;
  near: Near;
  size: Size;
  bump: Bump;
  factor: number;
}
export interface Crowds {
  gather(places: Query<Row>): void;
}
export const crowd = core({ features: { crowds: view<Crowds>() } });
