import { pairs } from "ecsgen/runtime";
import type { Entity, Query } from "ecsgen/schema";
import type { Goal, Named, Place } from "../../schema/crowd.js";

export function gather(places: Query<{ place: Place; goal: Goal }>): void {
  for (const { place, goal } of places) place.x = goal.x;
}

export function part(places: Query<{ place: Place; goal: Goal }>): void {
  for (const [a, { goal }] of pairs(places)) goal.x = a.place.x;
}

export function sort(places: Query<{ place: Place; entity: Entity }>): Entity[] {
  return places
    .slice()
    .sort((a, b) => a.place.x - b.place.x)
    .map(({ entity }) => entity);
}

export function hand(places: Query<{ place: Place }>, named: Query<Named>): void {
  for (const row of places) console.log(row.place.x, read(row));
  for (const { place } of named) console.log(place.x);
}

function read({ place }: { place: Place }): number {
  return place.x;
}
