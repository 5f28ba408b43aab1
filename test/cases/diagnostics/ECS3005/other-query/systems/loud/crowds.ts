import type { Query } from "ecsgen/schema";
import type { Calm, Goal, Loud, Place } from "../../schema/crowd.js";

export function gather(places: Query<{ place: Goal; goal: Readonly<Place> }, { without: [Calm] }>): void {
  for (const { place } of places) place.x++;
}

export function part(places: Query<{ place: Place }, { with: [Loud]; without: [Calm] }>): void {
  for (const { place } of places) place.x++;
}

export function spread(places: Query<{ place: Place; name: Place }, { without: [Calm] }>): void {
  for (const { place } of places) place.x++;
}

export function rest(places: Query<{ place: Place }, { without: [Calm] }>): void {
  for (const { place } of places) place.x++;
}
